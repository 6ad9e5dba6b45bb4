import { chineseNumber } from './chineseNumber'
import { cleanDate } from './cleanDate'

export type CleanedCount =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  /** «1-2» and «12/3» re-saved by a spreadsheet: a date where a count should stand. */
  | { readonly kind: 'date' }
  | { readonly kind: 'error' }
  | { readonly kind: 'invalid' }

const DASH = /^[-—–－/／\\.]+$|^无$/

/** Two digits in a row are «two or three» (两三, 七八); 二〇 is twenty. */
const APPROXIMATE = /^[一二三四五六七八九两]{2}$/

/** A whole, non-negative number of items: «1,234», «１２», «12条», «12.0», «十二». A dash is blank: it says that nothing is printed, not 0. */
export function cleanCount(text: string): CleanedCount {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  if (folded === '' || DASH.test(folded)) return { kind: 'blank' }
  if (/^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!)/i.test(folded)) return { kind: 'error' }
  const bare = folded.replace(/(?:条|篇|件|份|则|次|个|期)(?:次)?$/, '')
  if (/^\d{1,3}(?:,\d{3})+(?:\.0+)?$/.test(bare)) return { kind: 'number', value: Number(bare.replace(/,/g, '')) }
  if (/^\d{1,9}(?:\.0+)?$/.test(bare)) return { kind: 'number', value: Number(bare) }
  if (APPROXIMATE.test(bare)) return { kind: 'invalid' }
  if (/^[零〇一二三四五六七八九十百两]+$/.test(bare)) {
    const value = chineseNumber(bare)
    if (value !== null) return { kind: 'number', value }
  }
  // A spreadsheet makes dates of «1-2» and «12/3», never of a decimal.
  if (/^\d+\.\d+$/.test(bare)) return { kind: 'invalid' }
  const date = cleanDate(folded, { defaultYear: 2000, serials: null, shortOrder: 'mdy' })
  return 'span' in date || /^[A-Z][a-z]{2}-\d{2}$|^\d{1,2}-[A-Z][a-z]{2}$/.test(folded)
    ? { kind: 'date' }
    : { kind: 'invalid' }
}

/** A matrix cell «12/3» = submitted 12, adopted 3; «12» alone = submitted only. null when it is neither. */
export function cleanPair(text: string): { submitted: number; adopted: number | null } | null {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  const m = /^(\d{1,6})(?:[/／\\|、,，;；]|\((?=\d+\)$))(\d{1,6})\)?$/.exec(folded)
  if (m) return { submitted: Number(m[1]), adopted: Number(m[2]) }
  return /^\d{1,6}$/.test(folded) ? { submitted: Number(folded), adopted: null } : null
}

export interface PrintedRate {
  /** Fractions it may stand for: «57.10%» one, «1» two (1 or 0.01). */
  readonly candidates: readonly number[]
  /** Digits after the decimal point of the fraction: «57.1%» has 3. */
  readonly digits: readonly number[]
}

/** A printed rate; null for blanks, dashes and texts. */
export function cleanRate(text: string): PrintedRate | null {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  const m = /^(\d{1,4})(?:\.(\d+))?([%‰])?$/.exec(folded)
  if (!m) return null
  const value = Number(folded.replace(/[%‰]$/, ''))
  const places = m[2]?.length ?? 0
  if (m[3] === '%') return { candidates: [value / 100], digits: [places + 2] }
  if (m[3] === '‰') return { candidates: [value / 1000], digits: [places + 3] }
  if (value > 1) return { candidates: [value / 100], digits: [places + 2] }
  return { candidates: [value, value / 100], digits: [places, places + 2] }
}

/** Whether a printed rate is the rounding or the truncation of x/n at its printed digits; 0 printed for 0/0 agrees. */
export function rateAgrees(printed: PrintedRate, x: number, n: number): boolean {
  if (n === 0) return printed.candidates.some((value) => value === 0)
  return printed.candidates.some((value, i) => {
    const scale = 10 ** printed.digits[i]!
    const exact = (x / n) * scale
    const target = Math.round(value * scale)
    // A hair of tolerance: .5 borders fall either way in binary, and both neighbours are honest there.
    return (
      target === Math.round(exact - 1e-9) || target === Math.round(exact + 1e-9) || target === Math.floor(exact + 1e-9)
    )
  })
}
