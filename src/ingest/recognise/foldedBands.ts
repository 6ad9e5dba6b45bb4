import { headerMonths } from './headerMonths'
import type { Concept } from './concept'
import { headerConcept } from './headerConcept'

/** One of the tables that stand side by side on a folded sheet. */
export interface Band {
  /** Columns of the sheet, in the order of the first band's. */
  readonly columns: readonly number[]
  /** Headers of these columns, without the heading that stands over the band. */
  readonly texts: readonly string[]
  /** What stands over the band, «县直部门»; null where nothing does. */
  readonly heading: string | null
}

/** What a row is about: without one of these in each band the columns only share a word. */
const SUBJECTS: ReadonlySet<Concept> = new Set<Concept>(['unit', 'title', 'author'])

/**
 * The bands of a folded table, whose header repeats as a whole: 单位/目标分值/单位/目标分值, with blank columns between them or a lone 序号
 * before and 备注 behind. Each band has at least two columns and names what its rows are about. null for an ordinary table.
 */
export function foldedBands(texts: readonly string[]): readonly Band[] | null {
  const named = texts.flatMap((text, i) => (text === '' ? [] : [i]))
  const concept = (index: number | undefined): Concept | undefined =>
    index === undefined ? undefined : headerConcept(texts[index]!)?.concept
  const from = concept(named[0]) === 'sequence' ? 1 : 0
  const to = concept(named[named.length - 1]) === 'ignore' ? named.length - 1 : named.length
  return repeats(texts, named) ?? repeats(texts, named.slice(from, to))
}

function repeats(texts: readonly string[], named: readonly number[]): readonly Band[] | null {
  for (let width = 2; width <= named.length / 2; width++) {
    if (named.length % width !== 0) continue
    const bands = Array.from({ length: named.length / width }, (_, b) =>
      bandOf(texts, named.slice(b * width, (b + 1) * width)),
    )
    const [first] = bands
    const same = bands.every((band) => band.texts.every((text, i) => text === first!.texts[i]))
    const subject = first!.texts.some((text) => SUBJECTS.has(headerConcept(text)?.concept ?? 'ignore'))
    // Bands of different months are no folding: their headings say when.
    const timed = bands.some(({ heading }) => heading !== null && headerMonths(heading) !== null)
    if (same && subject && !timed && new Set(first!.texts).size > 1) return bands
  }
  return null
}

function bandOf(texts: readonly string[], columns: readonly number[]): Band {
  const own = columns.map((i) => texts[i]!)
  const [heading] = own[0]!.split('/')
  return own.every((text) => text.startsWith(`${heading!}/`))
    ? { columns, texts: own.map((text) => text.slice(heading!.length + 1)), heading: heading! }
    : { columns, texts: own, heading: null }
}
