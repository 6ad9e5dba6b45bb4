import { computed, type ComputedRef, ref } from 'vue'
import type { TableColumn } from './tableColumn'

export type SortState = 'ascending' | 'descending' | 'none'

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** The rows of a table in the order that a person asked for by pressing the heads of its columns. */
export function useSortedRows<Row>(table: {
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
}): {
  readonly sorted: ComputedRef<readonly Row[]>
  /** First press: numbers from the largest, words from the first; second: the other way; third: as given. */
  toggleSort(column: TableColumn<Row>): void
  /** Undefined where a column cannot be sorted by. */
  sortState(column: TableColumn<Row>): SortState | undefined
} {
  const sort = ref<{ readonly id: string; readonly descending: boolean } | null>(null)
  const sorted = computed<readonly Row[]>(() => {
    const order = sort.value
    const column = table.columns.find(({ id }) => id === order?.id)
    if (!order || !column) return table.rows
    const sign = order.descending ? -1 : 1
    return [...table.rows].sort((a, b) => {
      const left = column.value(a)
      const right = column.value(b)
      // Unknown stands last whichever way the column is sorted.
      if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
      if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
      return sign * collator.compare(String(left), String(right))
    })
  })
  return {
    sorted,
    toggleSort({ id, kind }) {
      const first = kind !== 'text'
      if (sort.value?.id !== id) sort.value = { id, descending: first }
      else if (sort.value.descending === first) sort.value = { id, descending: !first }
      else sort.value = null
    },
    sortState({ id, sortable }) {
      if (sortable === false) return undefined
      if (sort.value?.id !== id) return 'none'
      return sort.value.descending ? 'descending' : 'ascending'
    },
  }
}
