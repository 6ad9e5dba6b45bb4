import { cleanCount, cleanRate, rateAgrees } from '../clean/cleanCount'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import type { ColumnDraft } from './columnMeaning'
import type { ColumnProfile } from './columnProfile'

/** Rows looked at, and the share of them that must agree. */
const ROWS = 200
const AGREEING = 0.8

/** Counted columns in words the dictionary lacks: if b ÷ a agrees with the printed rate on nearly every row, a is 报送 and b is 采用. */
export function inferByArithmetic(
  table: RawTable,
  columns: ColumnDraft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
): void {
  const rate = columns.find((c) => c.role === 'rate')
  const submitted = columns.find((c) => c.role === 'submittedCount' && c.outlet === null)
  const adopted = columns.find((c) => c.role === 'adoptedCount' && c.outlet === null)
  if (!rate || (submitted && adopted)) return
  const open = columns.filter(
    (c) =>
      profiles[c.index]!.numbers >= 0.8 && ['ignore', 'adoptedCount', 'submittedCount', 'rowTotal'].includes(c.role),
  )
  for (const a of submitted ? [submitted] : open) {
    for (const b of adopted ? [adopted] : open) {
      if (a === b) continue
      let agree = 0
      let told = 0
      for (const row of rows.slice(0, ROWS)) {
        const n = cleanCount(cellText(table.columns[a.index]!, row))
        const x = cleanCount(cellText(table.columns[b.index]!, row))
        const printed = cleanRate(cellText(table.columns[rate.index]!, row))
        if (n.kind !== 'number' || x.kind !== 'number' || !printed || n.value === 0) continue
        told++
        if (rateAgrees(printed, x.value, n.value)) agree++
      }
      if (told >= 2 && agree >= told * AGREEING) {
        Object.assign(a, { role: 'submittedCount', outlet: null, confidence: Math.max(a.confidence, 0.7) })
        Object.assign(b, { role: 'adoptedCount', outlet: null, confidence: Math.max(b.confidence, 0.7) })
        return
      }
    }
  }
}

/** Whether the numbers of one column are nowhere larger than those of the other. */
export function isCovered(table: RawTable, part: ColumnDraft, whole: ColumnDraft, rows: readonly number[]): boolean {
  return rows.slice(0, ROWS).every((row) => {
    const small = cleanCount(cellText(table.columns[part.index]!, row))
    const large = cleanCount(cellText(table.columns[whole.index]!, row))
    return small.kind !== 'number' || large.kind !== 'number' || small.value <= large.value
  })
}

/** Whether the parts add up to the total column on nearly every row that prints both. */
export function sumsAgree(
  table: RawTable,
  parts: readonly ColumnDraft[],
  total: ColumnDraft,
  rows: readonly number[],
): boolean {
  let agree = 0
  let told = 0
  for (const row of rows.slice(0, ROWS)) {
    const printed = cleanCount(cellText(table.columns[total.index]!, row))
    if (printed.kind !== 'number') continue
    const sum = parts.reduce((s, part) => {
      const count = cleanCount(cellText(table.columns[part.index]!, row))
      return s + (count.kind === 'number' ? count.value : 0)
    }, 0)
    told++
    if (sum === printed.value) agree++
  }
  return told > 0 && agree >= told * AGREEING
}
