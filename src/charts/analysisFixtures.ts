import type { ControlSettings } from '../model/analysis'
import type { HeatCell, LagDistribution, OutletCell, PeriodCell, UnitCell } from '../model/measure'
import { quantileOfCounts } from '../stats/quantile'
import { cellOf, nameOf, noise, outletOf, periodOf, unitOf } from './galleryFixtures'
import type { PeerRow } from './peersOption'

/** Units of a funnel plot: one outlier of each kind, one too small to be judged low, one without a known number of adopted items. */
export const funnelTwelve: readonly UnitCell[] = unitsOf([
  ['农业农村局', 58, 44],
  ['总寨镇人民政府', 41, 17],
  ['发展和改革局', 36, 16],
  ['教育局', 52, 9],
  ['公安局', 33, 14],
  ['城东区八一路街道办事处综合治理中心', 47, 29],
  ['民政局', 19, 8],
  ['财政局', 25, 5],
  ['人力资源和社会保障局', 28, 13],
  ['自然资源和规划局', 4, 0],
  ['生态环境局', 15, 5],
  ['住房和城乡建设局', 30, 12],
  ['司法局', 22, null],
])

/** Three units, none of which can be told apart from the others. */
export const funnelThree: readonly UnitCell[] = unitsOf([
  ['县委办公室', 9, 5],
  ['卫生健康局', 6, 2],
  ['青石镇', 3, 0],
])

/** Sixty units of three to a hundred and fifty items that differ by more than chance; some lie close together. */
export const funnelSixty: readonly UnitCell[] = Array.from({ length: 60 }, (_, index) => {
  const submitted = 3 + Math.round(noise(index * 5 + 2) ** 2 * 147)
  const share = index % 9 === 4 ? 0.74 : index % 11 === 6 ? 0.14 : 0.3 + noise(index * 7 + 3) * 0.26
  return unitOf(index, nameOf(index), cellOf(submitted, Math.round(submitted * share)))
})

/** The seven control charts of the gallery take their months from here. */
const SUBMITTED = [42, 38, 45, 51, 47, 40, 36, 29, 48, 52, 44, 39, 41, 46, 50, 43, 37, 49, 45, 31, 47, 53, 44, 48]
const ADOPTED = [15, 14, 18, 19, 4, 15, 12, 0, 18, 18, 17, 14, 16, 17, 26, 24, 20, 27, 24, 18, 26, 29, 13, 7]

/**
 * July 2022 to June 2024: an outlier in November 2022, nothing in February 2023, a lasting rise from September 2023, and the last two months with
 * decisions still coming in.
 */
export const controlMonths: readonly PeriodCell[] = SUBMITTED.flatMap((submitted, index) => {
  const number = 6 + index
  const key = `${2022 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  return key === '2023-02' ? [] : [periodOf(key, cellOf(submitted, ADOPTED[index]!), index < 22)]
})

export const controlByRate: ControlSettings = { measure: 'rate', rules: 'nhs', rebase: [], baseline: null }
/** A phase of its own from the month in which the rate rose. */
export const controlRebased: ControlSettings = { ...controlByRate, rebase: ['2023-09'] }
export const controlBySubmitted: ControlSettings = { ...controlByRate, measure: 'submitted' }

/** Eight months: limits for trial. */
export const controlEight: readonly PeriodCell[] = controlMonths.slice(8, 16)

/** Small offices with high rates: limits that reach 100 %. */
export const controlHigh: readonly PeriodCell[] = [5, 4, 9, 3, 6, 8, 4, 7, 5, 12, 6, 4, 9].map((submitted, index) =>
  periodOf(
    `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    cellOf(submitted, Math.max(1, submitted - (index % 3))),
  ),
)

/** A network of placements. */
export interface FlowFixture {
  readonly heat: readonly HeatCell[]
  readonly units: readonly UnitCell[]
  readonly outlets: readonly OutletCell[]
}

export const flowSmall: FlowFixture = networkOf(6, ['《每日要情》', '县政府网站', '《州政务信息》', '《省信息专报》'])

/** Thirty units and fifteen outlets: the smallest stand together. */
export const flowLarge: FlowFixture = networkOf(30, [
  '《每日要情》',
  '县政府网站',
  '《州政务信息》',
  '《省信息专报》',
  '州日报',
  '掌上手机报',
  '《领导参阅》',
  '省委办公厅《今日信息》',
  '州委办公室信息科',
  '县融媒体中心',
  '《决策咨询》',
  '《工作通讯》',
  '学习强国州级平台',
  '《乡村振兴动态》',
  '《法治建设简报》',
])

/** Most items are adopted within two weeks, some after a month. */
export const lagTypical: LagDistribution = lagOfDays(
  [2, 5, 11, 17, 21, 19, 16, 14, 9, 7, 8, 6, 5, 3, 4, 2, 2, 3, 1, 0, 2, 1, 1, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 1],
  0,
)
/** Everything on the day after. */
export const lagOneDay: LagDistribution = lagOfDays([0, 17], 0)
/** Items that waited for months. */
export const lagLong: LagDistribution = lagOfDays(
  Array.from({ length: 60 }, (_, day) => Math.round(14 * Math.exp(-day / 26) * (0.4 + noise(day + 3)))),
  58,
)

/** Twelve units by rate; two of them with too few items, one without a known number. */
export const rankTwelve: readonly UnitCell[] = unitsOf([
  ['农业农村局', 58, 44],
  ['城东区八一路街道办事处综合治理中心', 47, 33],
  ['总寨镇人民政府', 41, 23],
  ['发展和改革局', 36, 18],
  ['公安局', 34, 17],
  ['人力资源和社会保障局', 28, 13],
  ['住房和城乡建设局', 30, 12],
  ['民政局', 19, 7],
  ['财政局', 25, 5],
  ['教育局', 52, 9],
  ['自然资源和规划局', 4, 4],
  ['生态环境局', 2, 1],
  ['司法局', 22, null],
])

/** Adopted items 31, 28, 25, 22, 20, 17, 15, 12, 9, 4: the published example of rank sets. */
export const rankCounts: readonly UnitCell[] = [31, 28, 25, 22, 20, 17, 15, 12, 9, 4].map((adopted, index) =>
  unitOf(index, nameOf(index), cellOf(adopted + 20 + index, adopted)),
)

export const rankSixty: readonly UnitCell[] = funnelSixty

function unitsOf(rows: readonly (readonly [name: string, submitted: number, adopted: number | null])[]): UnitCell[] {
  return rows.map(([name, submitted, adopted], id) => unitOf(id, name, cellOf(submitted, adopted)))
}

function networkOf(count: number, names: readonly string[]): FlowFixture {
  const heat = Array.from({ length: count }, (_, unit) =>
    names.flatMap((_, outlet) => {
      const placements = Math.floor(((44 - unit) / (outlet + 1.6)) * noise(unit * 17 + outlet * 5) ** 1.5)
      return placements > 0 ? [{ unit, outlet, placements }] : []
    }),
  ).flat()
  const sum = (cells: readonly HeatCell[]): number => cells.reduce((all, { placements }) => all + placements, 0)
  const units = Array.from({ length: count }, (_, unit) => {
    const placements = sum(heat.filter((cell) => cell.unit === unit))
    return unitOf(unit, nameOf(unit), cellOf(placements + 12, placements, placements))
  })
  const outlets = names.map((name, outlet) =>
    outletOf(outlet, name, sum(heat.filter((cell) => cell.outlet === outlet)), null, sum(heat)),
  )
  return { heat, units, outlets }
}

/** Items by days up to 59, and how many took longer (counted as 75 days for the quantiles). */
function lagOfDays(counts: readonly number[], later: number): LagDistribution {
  const all = Array.from({ length: 76 }, (_, day) => (day === 75 ? later : (counts[day] ?? 0)))
  const days = [...all.slice(0, 60), later]
  return {
    n: all.reduce((sum, count) => sum + count, 0),
    median: quantileOfCounts(all, 0.5)!,
    p90: quantileOfCounts(all, 0.9)!,
    days,
  }
}

/** A small unit beside the others of its group and beside all others. */
export const peersOfThree: readonly PeerRow[] = [
  { name: '县公安局', cell: cellOf(92, 14), own: true },
  { name: '县直部门其他 4 个单位', cell: cellOf(359, 143), own: false },
  { name: '所有其他 8 个单位', cell: cellOf(706, 306), own: false },
]

/** A unit of which nothing was submitted, beside units all of whose items were adopted. */
export const peersWithoutRate: readonly PeerRow[] = [
  { name: '人力资源和社会保障局', cell: cellOf(0, 0), own: true },
  { name: '所有其他 1 个单位', cell: cellOf(3, 3), own: false },
]

/** Two half-years of twelve units: clear rises and falls, changes that chance may explain, a unit too small in one of them, a new one. */
export const changedBefore: readonly UnitCell[] = unitsOf([
  ['农业农村局', 58, 20],
  ['总寨镇人民政府', 41, 17],
  ['发展和改革局', 36, 16],
  ['教育局', 52, 30],
  ['公安局', 33, 14],
  ['城东区八一路街道办事处综合治理中心', 47, 15],
  ['民政局', 19, 8],
  ['财政局', 25, 11],
  ['人力资源和社会保障局', 28, 13],
  ['自然资源和规划局', 4, 2],
  ['生态环境局', 15, 5],
])
export const changedNow: readonly UnitCell[] = unitsOf([
  ['农业农村局', 62, 45],
  ['总寨镇人民政府', 38, 18],
  ['发展和改革局', 30, 12],
  ['教育局', 49, 9],
  ['公安局', 35, 16],
  ['城东区八一路街道办事处综合治理中心', 44, 29],
  ['民政局', 22, 8],
  ['财政局', 20, 3],
  ['人力资源和社会保障局', 26, 12],
  ['自然资源和规划局', 9, 1],
  ['生态环境局', 12, 8],
  ['住房和城乡建设局', 30, 12],
])
