import { matchKey } from './cleanText'

const TOTAL = /(?:合计|总计|共计|累计|总数)(?:[(（].*[)）])?[:：]?$|^(?:grand)?(?:total|sum)[:：]?$/
const SUBTOTAL = /小计(?:[(（].*[)）])?[:：]?$|^subtotal[:：]?$/
/** Means, and parts of the rows above («其中：县直»): they repeat rows and are compared with nothing. */
const UNCHECKED = /^(?:平均|均值|其中)/
const LONGEST = 14

/** Whether a cell labels a totals row: 合计, 总计（条）, 全县合计, 小计; `unchecked` for 平均 and 其中. null for anything else. */
export function totalLabel(text: string): 'total' | 'subtotal' | 'unchecked' | null {
  const key = matchKey(text)
  if (key === '' || key.length > LONGEST) return null
  if (SUBTOTAL.test(key)) return 'subtotal'
  if (TOTAL.test(key)) return 'total'
  return UNCHECKED.test(key) ? 'unchecked' : null
}
