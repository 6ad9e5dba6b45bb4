import { describe, expect, it } from 'vitest'
import { buildLedger } from '../../src/ledger/buildLedger'
import { factsBehind, PLACEMENT } from '../../src/measures/factsBehind'
import { lagDistribution } from '../../src/measures/lagDistribution'
import { indexLedger, measureLedger } from '../../src/measures/measureLedger'
import type { Behind } from '../../src/model/factRow'
import { NO_OFFICE } from '../../src/model/office'
import type { Clock } from '../../src/model/period'
import { NO_ALIASES } from '../../src/ledger/aliases'
import { spanOfKey } from '../../src/time/calendar'
import { makeCase } from '../generator/makeCase'
import { SHAPES } from '../generator/shapes'
import { imported, lines, readBytes } from '../helpers/importText'
import { understand } from '../../src/ingest/ingest'
import type { ImportedSheet } from '../../src/ingest/importedFile'

const SEED = Number(process.env['CAIYONG_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const CASES = 40

const sheetsOf = (sheets: readonly ImportedSheet[]) =>
  sheets.map(({ table, facts }) => ({ file: table.file, sheet: table.sheet, facts }))

function sum(list: { readonly value: Float64Array }): number {
  return list.value.reduce((total, value) => total + value, 0)
}

describe('the rows behind a number', () => {
  it(`add up to it, for every unit, outlet and month of random ledgers (seed ${SEED})`, async () => {
    let compared = 0
    for (let seed = SEED; seed < SEED + CASES; seed++) {
      const one = makeCase(seed, SHAPES)
      const read = await Promise.all(one.files.map(({ name, bytes }) => readBytes(bytes, name)))
      const sheets = read.flatMap((file) => understand(file).sheets)
      const { ledger } = buildLedger(sheetsOf(sheets))
      const index = indexLedger(ledger)
      for (const clock of ['submitted', 'adopted'] as const satisfies readonly Clock[]) {
        const everything = { clock, span: null, unitIds: null, groups: null }
        const all = measureLedger(index, everything)
        const check = (shown: number | null, query: typeof everything | object, behind: Behind, what: string): void => {
          if (shown === null) return
          compared++
          expect(sum(factsBehind(ledger, { ...everything, ...query }, behind)), `seed ${seed}, ${clock}, ${what}`).toBe(
            shown,
          )
        }
        for (const measure of ['submitted', 'adopted', 'placements', 'pending'] as const) {
          const behind = { measure, outletIds: null, days: null, label: null }
          check(all.total[measure], {}, behind, `total ${measure}`)
          for (const unit of all.units)
            check(unit[measure], { unitIds: [unit.unitId] }, behind, `${unit.unit} ${measure}`)
          for (const month of all.months)
            check(month[measure], { span: month.span }, behind, `${month.period} ${measure}`)
          for (const half of all.halfYears)
            check(half[measure], { span: half.span }, behind, `${half.period} ${measure}`)
        }
        const rated = (shown: number | null, query: object, outletIds: number[] | null, what: string): void => {
          if (shown === null) return
          compared++
          const { value, part } = factsBehind(
            ledger,
            { ...everything, ...query },
            { measure: 'rate', outletIds, days: null, label: null },
          )
          const numerator = part!.reduce((total, own) => total + own, 0)
          expect(numerator / sum({ value }), `seed ${seed}, ${clock}, rate of ${what}`).toBe(shown)
        }
        rated(all.total.rate, {}, null, 'all')
        for (const unit of all.units) rated(unit.rate, { unitIds: [unit.unitId] }, null, unit.unit)
        for (const month of all.months) rated(month.rate, { span: month.span }, null, month.period)
        for (const { outletId, outlet, rate } of all.outlets) rated(rate, {}, [outletId], outlet)
        for (const { outletId, outlet, adopted, submitted } of all.outlets) {
          check(adopted, {}, { measure: 'placements', outletIds: [outletId], days: null, label: null }, outlet)
          check(
            submitted,
            {},
            { measure: 'submitted', outletIds: [outletId], days: null, label: null },
            `sent to ${outlet}`,
          )
        }
      }
    }
    expect(compared).toBeGreaterThan(CASES * 20)
  }, 120_000)

  it('lists a placement once an outlet and day, an item once', async () => {
    const { sheets } = await imported(
      lines(
        '标题,单位,报送日期,采用载体,采用日期',
        '某事一,甲局,2024-03-05,日报、手机报,2024-04-02',
        '某事二,甲局,2024-03-06,,',
      ),
    )
    const { ledger } = buildLedger(sheetsOf(sheets))
    const query = { clock: 'adopted' as const, span: spanOfKey('2024-04'), unitIds: null, groups: null }
    const placements = factsBehind(ledger, query, { measure: 'placements', outletIds: null, days: null, label: null })
    expect([...placements.kind]).toEqual([PLACEMENT, PLACEMENT])
    expect(factsBehind(ledger, query, { measure: 'adopted', outletIds: null, days: null, label: null }).length).toBe(1)
    expect(factsBehind(ledger, query, { measure: 'submitted', outletIds: null, days: null, label: null }).length).toBe(
      0,
    )
    expect(factsBehind(ledger, { ...query, span: null }, null).length).toBe(2)
  })

  it('lists what was submitted and what was adopted behind a rate, an item once', async () => {
    const { sheets } = await imported(
      lines(
        '标题,单位,报送日期,采用载体,采用日期',
        '某事一,甲局,2024-03-05,日报、手机报,2024-03-12',
        '某事二,甲局,2024-03-06,,',
        '某事三,甲局,2024-02-20,日报,2024-03-02',
      ),
    )
    const { ledger } = buildLedger(sheetsOf(sheets))
    const behind = { measure: 'rate' as const, outletIds: null, days: null, label: null }
    const march = (clock: Clock) =>
      factsBehind(ledger, { clock, span: spanOfKey('2024-03'), unitIds: null, groups: null }, behind)
    const rows = ({ index, value, part }: ReturnType<typeof march>) =>
      [...index].map((item, at) => [item, value[at], part![at]])
    expect(rows(march('submitted'))).toEqual([
      [0, 1, 1],
      [1, 1, 0],
    ])
    // The third was submitted earlier: it belongs to the numerator alone.
    expect(rows(march('adopted'))).toEqual([
      [0, 1, 1],
      [1, 1, 0],
      [2, 0, 1],
    ])
  })

  it('lists the items that took so many days', async () => {
    const { sheets } = await imported(
      lines(
        '标题,单位,报送日期,采用载体,采用日期',
        '某事一,甲局,2024-03-05,日报,2024-03-12',
        '某事二,甲局,2024-03-06,日报,2024-03-13',
        '某事三,甲局,2024-03-07,日报,2024-06-30',
        '某事四,甲局,2024-03-08,日报,2024-08-30',
        '某事五,甲局,2024-03-09,,',
      ),
    )
    const { ledger } = buildLedger(sheetsOf(sheets))
    const query = { clock: 'submitted' as const, span: null, unitIds: null, groups: null }
    const after = (days: number | null) => [
      ...factsBehind(ledger, query, { measure: 'lag', outletIds: null, days, label: null }).index,
    ]
    expect([after(7), after(60), after(6), after(null)]).toEqual([[0, 1], [2, 3], [], [0, 1, 2, 3]])
    const { days, n } = lagDistribution(ledger, query)!
    expect([days[7], days[60], n]).toEqual([2, 2, 4])
  })

  it('keeps what own publications printed apart from adoptions', async () => {
    const { sheets } = await imported(
      lines(
        '标题,单位,报送日期,采用载体',
        '某事一,甲局,2024-03-05,日报、本县信息网',
        '某事二,甲局,2024-03-06,本县信息网',
        '某事三,甲局,2024-03-07,',
      ),
    )
    const office = { ...NO_OFFICE, outlets: [{ name: '本县信息网', level: null, own: true }] }
    const { ledger } = buildLedger(sheetsOf(sheets), NO_ALIASES, office)
    const query = { clock: 'submitted' as const, span: null, unitIds: null, groups: null }
    const { total, outlets, published } = measureLedger(indexLedger(ledger), query)
    expect(total).toMatchObject({ submitted: 3, adopted: 1, placements: 1 })
    expect(outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual([['日报', 1]])
    expect(published.map(({ outlet, count }) => [outlet, count])).toEqual([['本县信息网', 2]])
    const { outletId } = published[0]!
    expect(
      sum(factsBehind(ledger, query, { measure: 'published', outletIds: [outletId], days: null, label: null })),
    ).toBe(2)
  })
})
