import { cleanCount } from './cleanCount'

export type CleanedTask =
  | { readonly kind: 'target'; readonly low: number; readonly high: number }
  | { readonly kind: 'blank' | 'date' | 'error' | 'invalid' }

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,3})?)'
const MEASURE = '(?:条|篇|件|份|则|次|个|期|分)?(?:次)?'
const AROUND = /^(?:不少于|不低于|不得少于|至少|最少|每月|每季度?|每半年|每年|≥|>=)|(?:及以上|以上|左右)$/g
const SINGLE = new RegExp(`^${NUMBER}${MEASURE}$`)
const RANGE = new RegExp(`^${NUMBER}${MEASURE}[-—–~至到]+${NUMBER}${MEASURE}$`)

/**
 * A target: «12», «3条», «1-2», «1～2条», «不少于3条», «12.5分». A single number is both ends. A dash is blank: no target is set, which is
 * not 0. A spreadsheet may have made a date of «1-2»: then it is one here too, to be asked.
 */
export function cleanTaskCell(text: string): CleanedTask {
  const folded = text.normalize('NFKC').replace(/\s+/g, '').replace(AROUND, '')
  const range = RANGE.exec(folded)
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])]
    return low <= high ? { kind: 'target', low, high } : { kind: 'invalid' }
  }
  const single = SINGLE.exec(folded)
  if (single) return { kind: 'target', low: Number(single[1]), high: Number(single[1]) }
  const count = cleanCount(folded)
  return count.kind === 'number' ? { kind: 'target', low: count.value, high: count.value } : { kind: count.kind }
}
