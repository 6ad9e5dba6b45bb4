import type { HashColumn } from '../../model/facts'
import type { Role } from '../../model/column'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import { cellBytes, isBlankCell } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { emptyHash, type Hash, HashColumnBuilder, mix, mixBytes, sealed } from './hash'

const encoder = new TextEncoder()
/** Fields that are compared as they are written; unit, dates, state and outlets are compared as they were understood. */
const WRITTEN: readonly Role[] = ['author', 'form', 'category', 'level', 'adoptedOn']

/** Fingerprints of item rows: of the title and the number, by which rows are joined, and of all mapped fields, by which repetitions are told. */
export class RowFingerprints {
  private readonly title = new HashColumnBuilder()
  private readonly number = new HashColumnBuilder()
  private readonly whole = new HashColumnBuilder()
  private readonly valueHashes = new Map<number, (Hash | null)[]>()

  constructor(
    private readonly table: RawTable,
    private readonly columns: ReadonlyMap<Role, ColumnMeaning>,
  ) {}

  /** @param understood integers that stand for what was understood of the row, in a fixed order. */
  add(row: number, index: number, understood: readonly number[]): void {
    const whole = emptyHash()
    for (const value of understood) mix(whole, value)
    this.title.set(index, this.cell('title', row, whole))
    this.number.set(index, this.cell('number', row, whole))
    for (const role of WRITTEN) this.cell(role, row, whole)
    this.whole.set(index, sealed(whole))
  }

  finish(rows: number): { title: HashColumn; number: HashColumn; whole: HashColumn } {
    return { title: this.title.finish(rows), number: this.number.finish(rows), whole: this.whole.finish(rows) }
  }

  /** Fingerprint of one cell, also mixed into the row's; null for a blank or missing one, which is mixed in as such. */
  private cell(role: Role, row: number, whole: Hash): Hash | null {
    const meaning = this.columns.get(role)
    const column = meaning && this.table.columns[meaning.index]
    if (!column || isBlankCell(column, row)) {
      mix(whole, 0)
      return null
    }
    const own =
      column.kind === 'text'
        ? bytesHash(cellBytes(column, row))
        : this.value(meaning.index, column.codes[row]!, column.values)
    mix(whole, own?.a ?? 0)
    mix(whole, own?.b ?? 0)
    return own
  }

  /** Recurring values are hashed once; by their bytes, so that both kinds of column agree. */
  private value(column: number, code: number, values: readonly string[]): Hash | null {
    const hashes = this.valueHashes.get(column) ?? []
    this.valueHashes.set(column, hashes)
    const known = hashes[code]
    return known === undefined ? (hashes[code] = bytesHash(encoder.encode(values[code]))) : known
  }
}

/** Fingerprint of a cell without its outer blanks; null for a cell of blanks only, which is no title. */
function bytesHash(bytes: Uint8Array): Hash | null {
  let from = 0
  let to = bytes.length
  // A byte-order mark left by joined files is invisible.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3
  while (from < to && bytes[from]! <= 0x20) from++
  while (to > from && bytes[to - 1]! <= 0x20) to--
  if (from === to) return null
  const hash = emptyHash()
  mixBytes(hash, bytes.subarray(from, to))
  return sealed(hash)
}
