import { beforeAll, describe, expect, test } from 'vitest'
import { peersOf } from '../../src/measures/peers'
import type { Clock } from '../../src/model/period'
import { funnelVerdict, peersVerdict } from '../../src/report/analysisVerdict'
import { askCompared, comparedSpans } from '../../src/report/comparedPeriods'
import { rankingVerdict } from '../../src/report/verdict'
import { spanOfKey } from '../../src/time/calendar'
import { formatDay } from '../../src/time/day'
import { EVERYTHING } from '../../src/workspace/proposal'
import { Workspace } from '../../src/workspace/workspace'
import { day, lines, readBytes } from '../helpers/importText'

const HEAD = '单位,标题,报送日期,采用载体,采用日期'
const END = day(2025, 12, 31)

/** Items of a unit, one a day from a day on; every second one adopted after 40 days, as far as the ledger reaches. */
function items(unit: string, from: number, count: number, every = 2, step = 1): string[] {
  return Array.from({ length: count }, (_, i) => {
    const sent = from + i * step
    const taken = sent + 40
    const adopted = i % every === 0 && taken <= END
    return `${unit},${unit}第${i}件,${formatDay(sent)},${adopted ? `日报,${formatDay(taken)}` : ','}`
  })
}

async function workspaceOf(...rows: string[]): Promise<Workspace> {
  const workspace = new Workspace()
  workspace.propose([await readBytes(lines(HEAD, ...rows), '台账.csv')], null)
  workspace.accept(END)
  return workspace
}

describe('a unit that is young, not bad', () => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = await workspaceOf(
      ...['甲局', '乙局', '丙局', '丁局', '戊局'].flatMap((unit) => items(unit, day(2025, 1, 3), 90, 2, 4)),
      // One in six: truly low.
      ...items('己局', day(2025, 1, 3), 90, 6, 4),
      // As good as the others, but all of it sent in December.
      ...items('新设局', day(2025, 12, 1), 31),
    )
  })

  test.each(['2025', '2025H2', null])('is not called low in %s; one that is low is', (key) => {
    const span = key === null ? null : spanOfKey(key)
    const measured = workspace.measure({ ...EVERYTHING, span })
    expect(measured.held).toBe(null)
    const unit = (name: string) => measured.units.find((own) => own.unit === name)!
    expect(unit('新设局')).toMatchObject({ adopted: 0, standing: 'unknown', settled: { submitted: 0, adopted: 0 } })
    expect(unit('己局').standing).toBe('below')
    const funnel = workspace.ask({}).funnel(measured.query, false)
    const placeOf = (name: string) => funnel.points.find((own) => own.unit === name)?.place
    expect(placeOf('新设局')).toBe('open')
    expect(placeOf('己局')).toMatch(/low/i)
    expect(funnelVerdict(funnel)).toMatchObject({ code: 'outside', params: { open: 1 } })
    expect(rankingVerdict(measured.units, measured.total).params['below']).toEqual(['己局'])
    const [ranking] = workspace.ask({}).rankings(measured.query, 'rate', 5, false)
    expect(ranking!.units.find((own) => own.unit === '新设局')!.rank).toBe(null)
    expect(peersVerdict(peersOf(measured.units, unit('新设局').unitId)).code).toBe('immature')
    expect(peersVerdict(peersOf(measured.units, unit('己局').unitId)).code).toMatch(/^(?:d|farD)own$/)
  })
})

describe('a half-year whose items all came at its end', () => {
  test('judges nobody, however many of its days are old', async () => {
    const workspace = await workspaceOf(
      ...items('甲局', day(2025, 1, 3), 40),
      ...items('乙局', day(2025, 12, 1), 31),
      // Adopted at once: by its bare rate far above.
      ...Array.from({ length: 30 }, (_, i) => `丙局,丙局第${i}件,2025-12-05,日报,2025-12-06`),
    )
    const measured = workspace.measure({ ...EVERYTHING, span: spanOfKey('2025H2') })
    expect(measured.units.map(({ unit }) => unit)).toEqual(['乙局', '丙局'])
    expect(measured.held).toBe('immature')
    expect(measured.units.map(({ standing }) => standing)).toEqual(['unknown', 'unknown'])
    const { points } = workspace.ask({}).funnel(measured.query, false)
    expect(points.map(({ place }) => place)).toEqual(['open', 'open'])
  })
})

describe('by the clock of adoption', () => {
  test('months are mature as soon as they are over', async () => {
    const workspace = await workspaceOf(...items('甲局', day(2025, 1, 3), 90, 2, 4))
    const maturity = (clock: Clock) => {
      const { months } = workspace.measure({ ...EVERYTHING, clock })
      return months.slice(-2).map(({ period, mature }) => [period, mature])
    }
    expect(maturity('submitted')).toEqual([
      ['2025-11', false],
      ['2025-12', false],
    ])
    expect(maturity('adopted')).toEqual([
      ['2025-11', true],
      ['2025-12', true],
    ])
  })
})

describe('a ledger without days of adoption that ends in the midst of a half-year', () => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = new Workspace()
    const rows = Array.from(
      { length: 590 },
      (_, i) => `甲局,第${i}件,${formatDay(day(2024, 1, 5) + i)},${i % 2 ? '是' : '否'}`,
    )
    workspace.propose([await readBytes(lines('单位,标题,报送日期,是否采用', ...rows), '台账.csv')], null)
    workspace.accept(END)
  })

  test('knows which periods are not over, and says nothing of maturity in measures.json', () => {
    const { halfYears, months, lag } = workspace.measure(EVERYTHING)
    expect(lag).toBe(null)
    expect(halfYears.map(({ period, over, mature }) => [period, over, mature])).toEqual([
      ['2024H1', true, null],
      ['2024H2', true, null],
      ['2025H1', true, null],
      ['2025H2', false, false],
    ])
    expect(months[months.length - 1]).toMatchObject({ period: '2025-08', over: false })
    const { control } = {
      control: workspace
        .ask({})
        .control(EVERYTHING, { measure: 'submitted', rules: 'nhs', rebase: [], baseline: null }),
    }
    expect(control.points[control.points.length - 1]).toMatchObject({ immature: true })
    expect(JSON.stringify(workspace.exportMeasures('submitted', END))).not.toContain('mature')
  })

  test('is compared to date: as many days of both years', async () => {
    const span = spanOfKey('2025')!
    const measured = workspace.measure({ ...EVERYTHING, span })
    const spans = comparedSpans(span, measured.calendar, measured.referenceDay)
    const compared = await askCompared(measured, spans, (own) =>
      Promise.resolve(workspace.measure({ ...EVERYTHING, span: own })),
    )
    const of = (id: string) => compared.find((own) => own.id === id)!
    expect(
      [of('toDate'), of('toDateLastYear')].map(({ span: own }) => [formatDay(own.from), formatDay(own.to - 1)]),
    ).toEqual([
      ['2025-01-01', '2025-08-16'],
      ['2024-01-01', '2024-08-16'],
    ])
    expect(of('toDate').cell!.submitted).toBe(228)
    expect(of('toDateLastYear').cell!.submitted).toBe(225)
    expect([of('toDate').over, of('period').over, of('lastYear').over]).toEqual([true, false, true])
  })
})
