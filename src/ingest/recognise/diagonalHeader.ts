import { wordsOf } from './headerWords'

/** What the other half of a cell divided by a diagonal names: what stands in the columns. */
const AXIS = '(?:项目|月份|时间|季度|指标|载体|刊物|媒体|渠道|内容|类别|期别|期数|事项|数量|数据|情况|年度|年份|月)'
const UNITS = '(?:单位|部门|科室|乡镇|机构|镇街|街道|股室|处室|区县|县区|站所)'
const JOINED = new RegExp(
  `^(?:${UNITS}(?:名称)?(?:项目|月份|时间|季度|指标|载体|刊物|媒体|渠道|期别)|(?:项目|月份|时间|季度|指标|载体|刊物|媒体|渠道|期别)${UNITS}(?:名称)?)$`,
)
const AXIS_ONLY = new RegExp(`^${AXIS}$`)

/**
 * Whether the header is that of the unit column with a diagonal through its cell: «单位\项目», «项目/单位», «科室 月份» on two lines.
 * With the line lost, only words that could not mean anything else together.
 */
export function isDiagonalUnit(text: string): boolean {
  const folded = text.normalize('NFKC').trim()
  const halves = folded.split(/[\\/|｜\n]+/).map((half) => half.replace(/\s+/g, ''))
  if (
    halves.length === 2 &&
    halves.some((half) => wordsOf('unit').has(half)) &&
    halves.some((half) => AXIS_ONLY.test(half))
  )
    return true
  return JOINED.test(folded.replace(/[\s\\/|｜]+/g, ''))
}
