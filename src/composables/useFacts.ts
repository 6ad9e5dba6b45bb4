import { ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import type { FactQuery, FactRow, FactWindow } from '../model/factRow'
import { useWorkspaceStore } from '../stores/workspaceStore'

const PAGE = 200

export interface Facts {
  /** Rows of the query in all, what they add up to, and the numerator behind a rate; null until the first answer. */
  readonly found: ShallowRef<Pick<FactWindow, 'total' | 'sum' | 'part' | 'label'> | null>
  /** Rows that have arrived, by their place in the whole. */
  readonly rows: ShallowRef<ReadonlyMap<number, FactRow>>
  readonly error: Ref<string | null>
  /** Fetches the rows from…to that are not here yet. */
  need(from: number, to: number): Promise<void>
  /** All rows, a chunk at a time, for copying and saving. */
  all(): AsyncGenerator<readonly FactRow[]>
}

/** The facts of a query, page by page as they come into sight; asked anew when the query or the ledger changes. */
export function useFacts(query: Ref<FactQuery>): Facts {
  const workspace = useWorkspaceStore()
  const found: Facts['found'] = shallowRef(null)
  const rows = shallowRef<ReadonlyMap<number, FactRow>>(new Map())
  const error = ref<string | null>(null)
  let asked = new Set<number>()
  let generation = 0

  async function page(at: number): Promise<void> {
    if (asked.has(at)) return
    asked.add(at)
    const own = generation
    try {
      const window = await workspace.facts(query.value, at * PAGE, PAGE)
      if (own !== generation) return
      const next = at === 0 && found.value === null ? new Map<number, FactRow>() : new Map(rows.value)
      window.rows.forEach((row, i) => next.set(window.from + i, row))
      rows.value = next
      found.value = { total: window.total, sum: window.sum, part: window.part, label: window.label }
      error.value = null
    } catch (reason) {
      if (own === generation) error.value = reason instanceof Error ? reason.message : String(reason)
    }
  }

  watch(
    [query, () => workspace.summary.revision],
    () => {
      generation++
      asked = new Set()
      // The old rows stay until the new ones come, so that the table does not flicker.
      found.value = null
      void page(0)
    },
    { immediate: true },
  )

  return {
    found,
    rows,
    error,
    async need(from, to) {
      for (let at = Math.floor(from / PAGE); at <= Math.floor(Math.max(from, to - 1) / PAGE); at++) await page(at)
    },
    async *all() {
      const chunk = 20_000
      for (let from = 0; ; from += chunk) {
        const window = await workspace.facts(query.value, from, chunk)
        yield window.rows
        if (from + chunk >= window.total) return
      }
    },
  }
}
