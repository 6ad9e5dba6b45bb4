import { matchKey } from './cleanText'

const TOTAL = /(?:合计|总计|共计|累计|总数)(?:[(（].*[)）])?[:：]?$|^(?:grand)?(?:total|sum)[:：]?$/
const SUBTOTAL = /小计(?:[(（].*[)）])?[:：]?$|^subtotal[:：]?$/
const AVERAGE = /^(?:平均|均值|平均数|平均值)/
const LONGEST = 14

/** Whether a cell labels a totals row: 合计, 总计（条）, 全县合计, 小计, 平均. null for anything else. */
export function totalLabel(text: string): 'total' | 'subtotal' | 'average' | null {
  const key = matchKey(text)
  if (key === '' || key.length > LONGEST) return null
  if (SUBTOTAL.test(key)) return 'subtotal'
  if (TOTAL.test(key)) return 'total'
  return AVERAGE.test(key) ? 'average' : null
}
