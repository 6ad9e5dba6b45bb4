import type { Cell, HeatCell, Measured, OutletCell, PeriodCell, UnitCell } from '../model/measure'
import { CALENDAR_YEAR, type Clock, type PeriodKind, type Span } from '../model/period'
import { newcombe } from '../stats/newcombe'
import { funnelStanding } from '../stats/funnelPlace'
import { wilson } from '../stats/wilson'
import { spanOfKey } from '../time/calendar'

const UNITS = [
  '农业农村局',
  '总寨镇人民政府',
  '发展和改革局',
  '教育局',
  '公安局',
  '城东区八一路街道办事处综合治理中心',
  '民政局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源和规划局',
  '生态环境局',
  '住房和城乡建设局',
]
const PLACES = ['东川', '西岭', '南坪', '北山', '青石', '双河', '龙泉', '白沙', '石桥', '新安', '和平', '永兴']
const KINDS = [
  '镇',
  '乡',
  '街道办事处',
  '县直机关工委',
  '中心卫生院',
  '林场',
  '国有企业党委',
  '工业园区管委会',
  '水务站',
]
const OUTLETS = ['《每日要情》', '县政府网站', '《州政务信息》', '《省信息专报》', '州日报', '掌上手机报']

/** A cell from its numbers by the definitions of the model: rate and interval follow. */
export function cellOf(
  submitted: number | null,
  adopted: number | null,
  placements: number | null = adopted,
  pending: number | null = null,
): Cell {
  const rate = submitted !== null && adopted !== null && submitted > 0 ? adopted / submitted : null
  return {
    submitted,
    adopted,
    placements,
    pending,
    rate,
    interval: rate !== null && adopted! <= submitted! ? wilson(adopted!, submitted!) : null,
  }
}

/** A period cell from its key (2024-03, 2024H1) and numbers. */
export function periodOf(period: string, cell: Cell, mature: boolean | null = true): PeriodCell {
  const span = spanOfKey(period)
  if (!span) throw new RangeError(`no period ${period}`)
  return { ...cell, period, span, mature, over: true }
}

/** A unit with its numbers; `overall`: the rate that it is judged against. */
export function unitOf(unitId: number, unit: string, cell: Cell, overall: number | null = null): UnitCell {
  return {
    ...cell,
    unitId,
    unit,
    group: null,
    standing: funnelStanding(cell.adopted, cell.submitted, overall),
    settled: null,
  }
}

/** An outlet; submitted null where no ledger says what was submitted to it. */
export function outletOf(
  outletId: number,
  outlet: string,
  adopted: number,
  submitted: number | null,
  all: number,
): OutletCell {
  const rate = submitted ? adopted / submitted : null
  return {
    outletId,
    outlet,
    level: null,
    submitted,
    adopted,
    rate,
    interval: rate === null || adopted > submitted! ? null : wilson(adopted, submitted!),
    share: all > 0 ? adopted / all : null,
  }
}

/** A measured workspace from its parts; what is not given is empty. */
export function measuredOf(
  parts: Partial<Measured> & { readonly total: Cell },
  clock: Clock = 'submitted',
  span: Span | null = null,
): Measured {
  const leftOut: Record<Exclude<PeriodKind, 'year'>, { wide: number; undated: number }> = {
    month: { wide: 0, undated: 0 },
    quarter: { wide: 0, undated: 0 },
    halfYear: { wide: 0, undated: 0 },
  }
  return {
    query: { clock, span, unitIds: null, groups: null },
    submittedMeans: 'items',
    calendar: CALENDAR_YEAR,
    previous: null,
    outlets: [],
    heat: [],
    months: [],
    quarters: [],
    halfYears: [],
    leftOut,
    silentUnits: [],
    due: null,
    published: [],
    lag: null,
    firstDay: null,
    referenceDay: null,
    referenceSaid: false,
    held: null,
    ...parts,
    units: judged(parts.units ?? [], parts.total.rate),
  }
}

/** The units against the rate of all, as a measured workspace has them. */
export function judged(units: readonly UnitCell[], overall: number | null): UnitCell[] {
  return units.map((unit) => ({ ...unit, standing: funnelStanding(unit.adopted, unit.submitted, overall) }))
}

/** The founding half-year: one outlet with a denominator, four without; adopted items of the total are unknown. */
export const seedHalfYear: Measured = measuredOf({
  total: cellOf(551, null, 147),
  outlets: [
    outletOf(0, '州委办信息科', 85, 551, 147),
    outletOf(1, '《省日报》', 4, null, 147),
    outletOf(2, '《州日报》', 28, null, 147),
    outletOf(3, '《州手机报》', 11, null, 147),
    outletOf(4, '其他刊物', 19, null, 147),
  ],
  halfYears: [periodOf('2011H1', cellOf(551, null, 147), null)],
  leftOut: { month: { wide: 551, undated: 0 }, quarter: { wide: 551, undated: 0 }, halfYear: { wide: 0, undated: 0 } },
})

/** Twelve units, a year and a half of months with a month without facts, one without a rate and an immature last one. */
export const twelveUnits: Measured = yearOf(12)

/** The same office with 120 units. */
export const manyUnits: Measured = yearOf(120)

/** Five years of months, for the slider. */
export const longTrend: readonly PeriodCell[] = Array.from({ length: 60 }, (_, index) => {
  const submitted = 24 + Math.round(noise(index) * 18)
  const key = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  return periodOf(key, cellOf(submitted, Math.round(submitted * (0.3 + noise(index + 99) * 0.3))))
})

function yearOf(count: number): Measured {
  const scale = count / 12
  const units = Array.from({ length: count }, (_, index) => {
    const submitted = index === 7 ? 3 : index === 9 ? 0 : Math.round(6 + noise(index * 3 + 1) * 44)
    const share = index % 11 === 0 ? 0.82 : index % 13 === 5 ? 0.16 : 0.36 + noise(index * 7 + 2) * 0.28
    return unitOf(index, nameOf(index), cellOf(submitted, Math.round(submitted * share)))
  })
  const submitted = units.reduce((sum, unit) => sum + unit.submitted!, 0)
  const adopted = units.reduce((sum, unit) => sum + unit.adopted!, 0)
  const heat: HeatCell[] = units.flatMap((unit, row) =>
    OUTLETS.flatMap((_, outlet) => {
      const placements = Math.round((unit.adopted! / (outlet + 1.6)) * 1.9 * noise(row * 17 + outlet * 5))
      return placements > 0 ? [{ unit: row, outlet, placements }] : []
    }),
  )
  const placements = heat.reduce((sum, cell) => sum + cell.placements, 0)
  const outlets = OUTLETS.map((name, outlet) => {
    const sum = heat.filter((cell) => cell.outlet === outlet).reduce((all, cell) => all + cell.placements, 0)
    return outletOf(
      outlet,
      name,
      sum,
      outlet === 0 ? submitted : outlet === 2 ? Math.round(submitted * 0.4) : null,
      placements,
    )
  })
  const months = monthKeys().map((key, index) => {
    const sent = Math.round((26 + noise(index + 40) * 26) * scale)
    const taken =
      key === '2023-10' ? null : Math.round(sent * (key === '2024-06' ? 0.22 : 0.4 + noise(index + 7) * 0.2))
    return periodOf(key, cellOf(sent, taken, taken, key === '2024-06' ? Math.round(sent * 0.4) : 0), key !== '2024-06')
  })
  const span = spanOfKey('2024H1')
  const total = cellOf(submitted, adopted, placements, Math.round(14 * scale))
  const before = cellOf(Math.round(submitted * 0.93), Math.round(submitted * 0.4), Math.round(placements * 0.9), 0)
  const { low, high } = newcombe(total.adopted!, total.submitted!, before.adopted!, before.submitted!)
  return measuredOf(
    {
      total,
      previous: {
        span: spanOfKey('2023H2')!,
        total: before,
        change: {
          submitted: submitted - before.submitted!,
          adopted: adopted - before.adopted!,
          placements: placements - before.placements!,
          rate: total.rate! - before.rate!,
          rateInterval: [low, high],
        },
      },
      units,
      outlets,
      heat,
      months,
      halfYears: [
        periodOf('2023H1', cellOf(Math.round(272 * scale), Math.round(118 * scale), Math.round(160 * scale))),
        periodOf('2023H2', before),
        periodOf('2024H1', total),
      ],
      silentUnits: [nameOf(9)],
      lag: { median: 9, p90: 31, n: adopted },
      firstDay: null,
      // The picture shows what is said once all is decided.
      referenceDay: span!.to + 90,
      held: null,
    },
    'submitted',
    span,
  )
}

/** 2023-01 … 2024-06 without 2023-08, a month in which nothing happened. */
function monthKeys(): string[] {
  return Array.from(
    { length: 18 },
    (_, index) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  ).filter((key) => key !== '2023-08')
}

/** Name of the n-th unit of an invented office. */
export function nameOf(index: number): string {
  return (
    UNITS[index] ??
    `${PLACES[index % PLACES.length]!}${KINDS[Math.floor((index - UNITS.length) / PLACES.length) % KINDS.length]!}`
  )
}

/** A number in [0, 1) that is the same on every machine and run. */
export function noise(seed: number): number {
  const value = ((seed + 1) * 7919 + 104729) % 1009
  return ((value * value * 31 + value * 17) % 997) / 997
}
