import type { ImportedSheet } from '../ingest/importedFile'
import { cellText } from '../ingest/read/rawColumn'
import type { ColumnMeaning } from '../ingest/recognise/columnMeaning'
import { canonicalName } from '../ledger/aliases'
import { IS_ADOPTED, IS_PENDING, KNOWS_ADOPTED, type Ledger } from '../ledger/ledger'
import { matchesSearch } from '../ledger/pinyinInitials'
import { type FactList, factsBehind, ITEM, PLACEMENT, PUBLICATION, UNIT_COUNT } from '../measures/factsBehind'
import type { Role } from '../model/column'
import type { FactColumn, FactQuery, FactRow, FactWindow, LabelChoice } from '../model/factRow'
import { type LabelRole, NONE, UNDATED } from '../model/facts'
import type { LabelCell, MeasureQuery } from '../model/measure'
import type { AliasMap } from '../model/names'
import type { Span } from '../model/period'

/** A sheet in the ledger's order, with where it came from. */
export interface FactSheet {
  readonly sheet: ImportedSheet
  readonly importId: number
}

/** Beyond this many different words they are compared character by character: a collator would take seconds. */
const COLLATED = 50_000

/** The facts of one ledger as a table: filtered, searched and sorted once a query, handed out window by window. */
export class FactTable {
  private readonly outletsOfItem: { starts: Uint32Array; outlets: Uint32Array }
  private readonly roleColumns: Map<Role, readonly ColumnMeaning[]>[] = []
  private readonly labelIds = new Map<LabelRole, ReadonlyMap<string, number>>()
  private last: { key: string; list: FactList; order: Uint32Array; sum: number; part: number | null } | null = null

  constructor(
    private readonly ledger: Ledger,
    private readonly sheets: readonly FactSheet[],
    private readonly aliases: AliasMap,
  ) {
    this.outletsOfItem = outletsByItem(ledger)
  }

  window(query: FactQuery, from: number, count: number): FactWindow {
    const { list, order, sum, part } = this.found(query)
    const rows = Array.from({ length: Math.max(0, Math.min(count, order.length - from)) }, (_, i) =>
      this.row(list, order[from + i]!),
    )
    return { total: order.length, sum, part, label: this.labelName(query.behind?.label ?? null), from, rows }
  }

  /** Items of a query by one of the facts that sheets say of them, most submitted first; items of which nothing is said are left out. */
  breakdown(query: MeasureQuery, role: LabelRole): LabelCell[] {
    const list = factsBehind(this.ledger, query, { measure: 'submitted', outletIds: null, days: null, label: null })
    const cells = new Map<string, { submitted: number; adopted: number; told: boolean }>()
    for (let at = 0; at < list.length; at++) {
      if (list.kind[at] !== ITEM) continue
      const item = list.index[at]!
      const name = this.labelOf(item, role)
      if (name === null) continue
      const cell = cells.get(name) ?? { submitted: 0, adopted: 0, told: true }
      const flags = this.ledger.items.flags[item]!
      cell.submitted++
      if (flags & IS_ADOPTED) cell.adopted++
      if (!(flags & KNOWS_ADOPTED)) cell.told = false
      cells.set(name, cell)
    }
    const ids = this.idsOf(role)
    return [...cells]
      .map(([name, { submitted, adopted, told }]) => ({
        labelId: ids.get(name)!,
        name,
        submitted,
        adopted: told ? adopted : null,
      }))
      .sort((a, b) => b.submitted - a.submitted)
  }

  private found(query: FactQuery): NonNullable<FactTable['last']> {
    const key = JSON.stringify(query)
    if (this.last?.key === key) return this.last
    const list = factsBehind(this.ledger, query, query.behind)
    const found = this.labelled(list, this.searched(list, query.text.trim()), query.behind?.label ?? null)
    const order = this.sorted(list, found, query.sort)
    const sum = order.reduce((total, at) => total + list.value[at]!, 0)
    const { part: parts } = list
    const part = parts && order.reduce((total, at) => total + parts[at]!, 0)
    this.last = { key, list, order, sum, part }
    return this.last
  }

  private searched(list: FactList, text: string): Uint32Array {
    const all = Uint32Array.from({ length: list.length }, (_, at) => at)
    if (text === '') return all
    const units = this.ledger.units.map(({ name }) => matchesSearch(name, text))
    const outlets = this.ledger.outlets.map(({ name }) => matchesSearch(name, text))
    const labels = this.sheets.map(({ sheet }) =>
      sheet.facts.items.labels.map(({ names }) => names.map((name) => matchesSearch(name, text))),
    )
    const folded = fold(text)
    return all.filter((at) => {
      const index = list.index[at]!
      const kind = list.kind[at]!
      const unit = this.unitOf(kind, index)
      if (unit !== NONE && units[unit]) return true
      const item = this.itemOf(kind, index)
      if (item === null) return kind !== UNIT_COUNT && outlets[this.ledger.outletCounts[index]!.outlet]!
      if (this.outletCodes(kind, index).some((outlet) => outlets[outlet])) return true
      const s = this.ledger.items.sheet[item]!
      const row = this.ledger.items.index[item]!
      if (
        this.sheets[s]!.sheet.facts.items.labels.some(
          ({ codes }, l) => codes[row] !== NONE && labels[s]![l]![codes[row]!],
        )
      )
        return true
      return fold(this.written(item, 'title')).includes(folded) || fold(this.written(item, 'number')).includes(folded)
    })
  }

  /** Of the facts given those of which a sheet says the label; counts say none. */
  private labelled(list: FactList, order: Uint32Array, label: LabelChoice | null): Uint32Array {
    if (!label) return order
    const name = this.labelName(label)
    return order.filter((at) => {
      const item = this.itemOf(list.kind[at]!, list.index[at]!)
      return item !== null && name !== null && this.labelOf(item, label.role) === name
    })
  }

  private labelName(label: LabelChoice | null): string | null {
    if (!label) return null
    for (const [name, id] of this.idsOf(label.role)) if (id === label.id) return name
    return null
  }

  /** Names of a kind that the sheets know, each with its number, in the order of the sheets. */
  private idsOf(role: LabelRole): ReadonlyMap<string, number> {
    let ids = this.labelIds.get(role)
    if (!ids) {
      const names = this.sheets.flatMap(({ sheet }) =>
        sheet.facts.items.labels.flatMap((label) => (label.role === role ? label.names : [])),
      )
      const all = new Set(names.map((name) => this.countedLabel(role, name)))
      ids = new Map([...all].map((name, id) => [name, id]))
      this.labelIds.set(role, ids)
    }
    return ids
  }

  /** The name by which a label counts: people may have been merged. */
  private countedLabel(role: LabelRole, name: string): string {
    return role === 'author' ? canonicalName(this.aliases, 'people', name) : name
  }

  private sorted(list: FactList, order: Uint32Array, sort: FactQuery['sort']): Uint32Array {
    if (!sort) return order
    const sign = sort.descending ? -1 : 1
    const keys = Array.from(order, (at) => this.sortKey(list.kind[at]!, list.index[at]!, list.value[at]!, sort.column))
    const ranks = ranksOf(keys)
    const places = Uint32Array.from(order, (_, place) => place).sort((a, b) => {
      // Unknown stands last whichever way the column is sorted.
      const [left, right] = [ranks[a]!, ranks[b]!]
      if (Number.isNaN(left) || Number.isNaN(right))
        return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b
      return sign * (left - right) || a - b
    })
    return places.map((place) => order[place]!)
  }

  private sortKey(kind: number, index: number, value: number, column: FactColumn): string | number | null {
    const { items, unitCounts, outletCounts } = this.ledger
    const item = this.itemOf(kind, index)
    const day = (from: number): number | null => (from === UNDATED ? null : from)
    switch (column) {
      case 'unit': {
        const unit = this.unitOf(kind, index)
        return unit === NONE ? null : this.ledger.units[unit]!.name
      }
      case 'title':
        return item === null ? null : this.written(item, 'title') || null
      case 'author':
        return item === null ? null : this.labelOf(item, 'author')
      case 'submitted':
        return day(item !== null ? items.from[item]! : (kind === UNIT_COUNT ? unitCounts : outletCounts)[index]!.from)
      case 'adopted':
        return item === null ? null : day(this.adoptedOn(kind, index, item)?.from ?? UNDATED)
      case 'state':
        return item === null ? null : this.stateOf(item)
      case 'outlets':
        return (
          this.outletCodes(kind, index)
            .map((outlet) => this.ledger.outlets[outlet]!.name)
            .join('、') || null
        )
      case 'count':
        return value
      case 'source':
        return this.originOf(kind, index).sheet * 2 ** 32 + this.originOf(kind, index).row
    }
  }

  private row(list: FactList, at: number): FactRow {
    const kind = list.kind[at]!
    const index = list.index[at]!
    const { units, outlets, unitCounts, outletCounts } = this.ledger
    const unit = this.unitOf(kind, index)
    const item = this.itemOf(kind, index)
    const origin = this.originOf(kind, index)
    const { sheet, importId } = this.sheets[origin.sheet]!
    const count = item !== null ? null : kind === UNIT_COUNT ? unitCounts[index]! : outletCounts[index]!
    return {
      kind: item === null ? 'count' : kind === ITEM ? 'item' : 'placement',
      unit: unit === NONE ? null : units[unit]!.name,
      group: unit === NONE ? null : units[unit]!.group,
      title: item === null ? null : this.written(item, 'title') || null,
      number: item === null ? null : this.written(item, 'number') || null,
      author: item === null ? null : this.labelOf(item, 'author'),
      labels: item === null ? [] : this.labelsOf(item),
      submittedOn: count ? spanOrNull(count.from, count.to) : this.submittedOn(item!),
      adoptedOn: item === null ? null : this.adoptedOn(kind, index, item),
      state: item === null ? null : this.stateOf(item),
      outlets: this.outletCodes(kind, index).map((outlet) => outlets[outlet]!.name),
      submitted: count?.submitted ?? null,
      adopted: count?.adopted ?? null,
      value: list.value[at]!,
      part: list.part?.[at] ?? null,
      file: sheet.table.file,
      sheet: sheet.table.sheet,
      source: { importId, place: sheet.place, row: origin.row },
    }
  }

  private itemOf(kind: number, index: number): number | null {
    if (kind === ITEM) return index
    if (kind === PLACEMENT) return this.ledger.placements.item[index]!
    return kind === PUBLICATION ? this.ledger.publications.item[index]! : null
  }

  private unitOf(kind: number, index: number): number {
    const item = this.itemOf(kind, index)
    if (item !== null) return this.ledger.items.unit[item]!
    return (kind === UNIT_COUNT ? this.ledger.unitCounts : this.ledger.outletCounts)[index]!.unit
  }

  private originOf(kind: number, index: number): { readonly sheet: number; readonly row: number } {
    const { items, unitCounts, outletCounts } = this.ledger
    const item = this.itemOf(kind, index)
    if (item !== null) return { sheet: items.sheet[item]!, row: items.row[item]! }
    return kind === UNIT_COUNT ? unitCounts[index]!.origins[0]! : outletCounts[index]!.origin
  }

  private outletCodes(kind: number, index: number): readonly number[] {
    if (kind === PLACEMENT) return [this.ledger.placements.outlet[index]!]
    if (kind === PUBLICATION) return [this.ledger.publications.outlet[index]!]
    if (kind === UNIT_COUNT) return []
    if (kind !== ITEM) return [this.ledger.outletCounts[index]!.outlet]
    const { starts, outlets } = this.outletsOfItem
    return Array.from(outlets.subarray(starts[index], starts[index + 1]))
  }

  private submittedOn(item: number): Span | null {
    return spanOrNull(this.ledger.items.from[item]!, this.ledger.items.to[item]!)
  }

  private adoptedOn(kind: number, index: number, item: number): Span | null {
    const { items, placements, publications } = this.ledger
    if (kind === ITEM) return spanOrNull(items.adoptedFrom[item]!, items.adoptedTo[item]!)
    const pairs = kind === PLACEMENT ? placements : publications
    return spanOrNull(pairs.from[index]!, pairs.to[index]!)
  }

  private stateOf(item: number): FactRow['state'] {
    const flags = this.ledger.items.flags[item]!
    if (!(flags & KNOWS_ADOPTED)) return null
    return flags & IS_ADOPTED ? 'adopted' : flags & IS_PENDING ? 'pending' : 'notAdopted'
  }

  /** A cell of the item's first row as it is written; '' where the sheet has no such column. */
  private written(item: number, role: Role): string {
    const { sheet: sheets, row, index } = this.ledger.items
    const { table, facts } = this.sheets[sheets[item]!]!.sheet
    const columns = this.columnsOf(sheets[item]!, role)
    const column: ColumnMeaning | undefined = columns[bandOf(facts.bandStarts, index[item]!)] ?? columns[0]
    return column ? cellText(table.columns[column.index]!, row[item]! - 1).trim() : ''
  }

  /** Columns of a role, one a band; looked up once a sheet, since a million rows ask. */
  private columnsOf(sheet: number, role: Role): readonly ColumnMeaning[] {
    const known = (this.roleColumns[sheet] ??= new Map<Role, readonly ColumnMeaning[]>())
    let columns = known.get(role)
    if (!columns) {
      columns = this.sheets[sheet]!.sheet.recognition.columns.filter((column) => column.role === role)
      known.set(role, columns)
    }
    return columns
  }

  private labelOf(item: number, role: LabelRole): string | null {
    const { items } = this.sheets[this.ledger.items.sheet[item]!]!.sheet.facts
    const label = items.labels.find((candidate) => candidate.role === role)
    const code = label?.codes[this.ledger.items.index[item]!] ?? NONE
    if (!label || code === NONE) return null
    return this.countedLabel(role, label.names[code]!)
  }

  private labelsOf(item: number): string[] {
    const { items } = this.sheets[this.ledger.items.sheet[item]!]!.sheet.facts
    return items.labels.flatMap(({ role, names, codes }) => {
      const code = codes[this.ledger.items.index[item]!]!
      return role === 'author' || code === NONE ? [] : [names[code]!]
    })
  }
}

/** Numbers that sort as the keys do: numbers as they are, words by their place among all different ones, NaN for what is unknown. */
function ranksOf(keys: readonly (string | number | null)[]): Float64Array {
  const words = [...new Set(keys.filter((key) => typeof key === 'string'))]
  if (words.length <= COLLATED) words.sort(new Intl.Collator('zh-CN', { numeric: true }).compare)
  else words.sort()
  const rank = new Map(words.map((word, place) => [word, place]))
  return Float64Array.from(keys, (key) => (key === null ? NaN : typeof key === 'number' ? key : rank.get(key)!))
}

function spanOrNull(from: number, to: number): Span | null {
  return from === UNDATED ? null : { from, to }
}

/** Which of the tables side by side an item row stands in. */
function bandOf(starts: readonly number[], index: number): number {
  let band = 0
  while (band + 1 < starts.length && index >= starts[band + 1]!) band++
  return band
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

/** Outlets of each item, placements and own publications together, in the order of the ledger. */
function outletsByItem({ items, placements, publications }: Ledger): { starts: Uint32Array; outlets: Uint32Array } {
  const starts = new Uint32Array(items.length + 1)
  for (const pairs of [placements, publications]) for (let p = 0; p < pairs.length; p++) starts[pairs.item[p]! + 1]!++
  for (let i = 0; i < items.length; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice()
  const outlets = new Uint32Array(starts[items.length]!)
  for (const pairs of [placements, publications])
    for (let p = 0; p < pairs.length; p++) outlets[next[pairs.item[p]!]!++] = pairs.outlet[p]!
  return { starts, outlets }
}
