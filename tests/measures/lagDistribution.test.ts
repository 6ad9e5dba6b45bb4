import { describe, expect, test } from 'vitest'
import { understand } from '../../src/ingest/ingest'
import { buildLedger } from '../../src/ledger/buildLedger'
import type { Ledger } from '../../src/ledger/ledger'
import { lagOf } from '../../src/measures/lag'
import { lagDistribution } from '../../src/measures/lagDistribution'
import type { MeasureQuery } from '../../src/model/measure'
import { spanOfKey } from '../../src/time/calendar'
import { lines, readBytes } from '../helpers/importText'

const HEAD = '标题,单位,报送日期,采用载体,采用日期,状态'
const ALL: MeasureQuery = { clock: 'submitted', span: null, unitIds: null, groups: null }

async function ledgerOf(...rows: string[]): Promise<Ledger> {
  const read = await readBytes(lines(HEAD, ...rows))
  return buildLedger(
    understand(read).sheets.map(({ table, facts }) => ({ file: table.file, sheet: table.sheet, facts })),
  ).ledger
}

/** Lags 0, 2, 4, 10 and 70 days; one item adopted before its submission, one without a day, one by month only, one not adopted. */
const LOG = [
  '某事一,甲局,2024-03-01,日报,2024-03-01,采用',
  '某事二,甲局,2024-03-01,日报、手机报,2024-03-03,采用',
  '某事三,乙局,2024-03-28,日报,2024-04-01,采用',
  '某事四,乙局,2024-04-20,日报,2024-04-30,采用',
  '某事五,甲局,2024-04-30,日报,2024-07-09,采用',
  '某事六,甲局,2024-04-10,日报,2024-04-01,采用',
  '某事七,甲局,2024-04-11,日报,,采用',
  '某事八,甲局,2024-04-12,日报,2024年5月,采用',
  '某事九,甲局,2024-04-13,,,退稿',
]

describe('time to adoption', () => {
  test('days, median and 90th percentile of type 7, by hand', async () => {
    const lags = lagDistribution(await ledgerOf(...LOG), ALL)!
    expect(lags.n).toBe(5)
    // 0 2 4 10 70: h = 4 · 0.5 = 2 → 4; h = 4 · 0.9 = 3.6 → 10 + 0.6 · 60 = 46.
    expect(lags.median).toBe(4)
    expect(lags.p90).toBeCloseTo(46, 9)
    expect(lags.days).toHaveLength(61)
    expect(lags.days.flatMap((count, day) => (count > 0 ? [[day, count]] : []))).toEqual([
      [0, 1],
      [2, 1],
      [4, 1],
      [10, 1],
      [60, 1],
    ])
  })

  test('is, without filters, what maturity is told by', async () => {
    const ledger = await ledgerOf(...LOG)
    const { median, p90, n } = lagDistribution(ledger, ALL)!
    expect(lagOf(ledger)).toEqual({ median, p90, n })
  })

  test('follows the filters: units, and the period by day of submission', async () => {
    const ledger = await ledgerOf(...LOG)
    const second = ledger.units.findIndex(({ name }) => name === '乙局')
    // 4 and 10.
    expect(lagDistribution(ledger, { ...ALL, unitIds: [second] })).toMatchObject({ n: 2, median: 7 })
    // March: 0, 2 and 4, though the last was adopted in April; on the other clock too.
    const march = spanOfKey('2024-03')
    for (const clock of ['submitted', 'adopted'] as const)
      expect(lagDistribution(ledger, { ...ALL, clock, span: march })).toMatchObject({ n: 3, median: 2 })
    expect(lagDistribution(ledger, { ...ALL, groups: ['乡镇'] })).toBeNull()
  })

  test('an item counts once, on its first adoption', async () => {
    const ledger = await ledgerOf(
      '某事一,甲局,2024-03-01,日报,2024-03-09,采用',
      '某事一,甲局,2024-03-01,手机报,2024-03-04,采用',
      '某事二,甲局,2024-03-02,,,退稿',
    )
    expect(lagDistribution(ledger, ALL)).toMatchObject({ n: 1, median: 3, p90: 3 })
  })

  test('is null without an item that has both days', async () => {
    expect(lagDistribution(await ledgerOf(...LOG.slice(5)), ALL)).toBeNull()
  })
})
