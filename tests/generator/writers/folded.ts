import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { printPeriod, randomPeriod, spanOf } from '../printPeriod'
import { printRate } from '../printRate'
import type { Random } from '../random'
import { sheetOf, type SheetRow } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, UNITS } from '../words'

/** A long table cut in two or three, its parts side by side to fit on a page; columns of blanks may part them. */
export function fold(random: Random, columns: readonly table.Column[]): { header: string[]; rows: SheetRow[] } {
  const count = columns[0]?.cells.length ?? 0
  const parts = random.pick([2, 2, 2, 3])
  const height = Math.ceil(count / parts)
  const gap = random.chance(0.25) ? [''] : []
  const beside = <T>(make: (part: number) => T[], blank: T[]) =>
    Array.from({ length: parts }, (_, part) => (part === 0 ? make(part) : [...blank, ...make(part)])).flat()
  const rows = Array.from({ length: height }, (_, row): SheetRow => {
    const cellsOf = (part: number) => columns.map((column) => column.cells[part * height + row] ?? '')
    return { kind: 'data', cells: beside(cellsOf, gap) }
  })
  return { header: beside(() => columns.map((column) => column.header), gap), rows }
}

/** One row a unit with counted numbers, folded. */
export function writeFolded(random: Random): LedgerDraft {
  const period = randomPeriod(random, ['month', 'quarter', 'half', 'year'])
  const when = spanOf(period)
  const facts = random
    .sample(UNITS, random.int(6, 24))
    .map((unit): CountFact & { submitted: number; adopted: number } => {
      const submitted = random.int(1, 90)
      return { unit, outlet: null, when, submitted, adopted: random.int(0, submitted) }
    })
  const make = (header: string, print: (fact: (typeof facts)[number], row: number) => string): table.Column => ({
    header,
    cells: facts.map(print),
  })
  const suffix = random.pick(['', '', '（条）', '（篇）'])
  const columns = [
    ...(random.chance(0.5) ? [make(random.pick(HEADERS.index), (_, row) => String(row + 1))] : []),
    make(random.pick(HEADERS.unit), (fact) => table.mistype(random, fact.unit ?? '')),
    make(random.pick(HEADERS.submittedCount) + suffix, (fact) => String(fact.submitted)),
    make(random.pick(HEADERS.adoptedCount) + suffix, (fact) => String(fact.adopted)),
    ...(random.chance(0.4)
      ? [make(random.pick(HEADERS.rate), (fact) => printRate(fact.adopted, fact.submitted, 1, false))]
      : []),
  ]
  return {
    description: JSON.stringify({ period, units: facts.length }),
    sheets: [
      sheetOf(random, {
        name: random.pick(['信息报送采用情况', '报送情况通报']),
        preamble: [
          `${random.pick(COUNTIES)}${printPeriod(random, period)}信息报送采用情况通报`,
          ...table.randomSubtitle(random),
        ],
        ...fold(random, columns),
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    movable: false,
    divisible: false,
    expected: expectCounts(facts, 0),
    silent: ['date-missing', 'overlap', 'unit-missing', 'number-invalid'],
  }
}
