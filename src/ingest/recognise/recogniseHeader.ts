import { cleanDate, PLAIN_DATE } from '../clean/cleanDate'
import { cleanName, trimCell } from '../clean/cleanText'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { headerConcept } from './headerConcept'
import { headerKey, isForm, looksLikeOutlet, mentionsAdoption, wordsOf } from './headerWords'

const SEARCHED_ROWS = 30
const MAX_HEADER_ROWS = 3
/** What the words of a header must be worth: one whole word of the dictionary, less below a title that speaks of adoption. */
const LEAST = 0.99
const LEAST_TITLED = 0.6

export interface Header {
  /** Indices of the header rows; empty where the format names its fields (JSON). */
  readonly rows: readonly number[]
  /** One joined header a column, «采用情况/市日报» for several rows; '' where the column has none. */
  readonly texts: readonly string[]
  /** Σ of the confidences of the recognised columns. */
  readonly score: number
  readonly firstDataRow: number
}

/**
 * Finds the header: the 1–3 adjacent rows within the first 30 whose cells the dictionary knows best. null when no row has two known words
 * (or one beside names that look like outlets, as in a table of adoptions only: two, or any below a title that speaks of adoption).
 */
export function recogniseHeader(table: RawTable): Header | null {
  if (table.names)
    return { rows: [], texts: table.names.map(trimCell), score: scoreOf(table.names)?.score ?? 0, firstDataRow: 0 }
  let best: Header | null = null
  let titled = false
  for (let row = 0; row < Math.min(SEARCHED_ROWS, table.rows); row++) {
    for (let height = 1; height <= MAX_HEADER_ROWS && row + height <= table.rows; height++) {
      const block = Array.from({ length: height }, (_, i) => rowTexts(table, row + i))
      const texts = height === 1 ? block[0]! : joined(block)
      if (!texts) continue
      const scored = scoreOf(texts)
      const outletsNeeded = titled ? 0 : 2
      if (
        scored &&
        (scored.known >= 2 || (scored.known === 1 && scored.outletLike >= outletsNeeded)) &&
        isBetter(row, block, scored.score, best, titled ? LEAST_TITLED : LEAST)
      ) {
        best = { rows: block.map((_, i) => row + i), texts, score: scored.score, firstDataRow: row + height }
      }
    }
    titled ||= rowTexts(table, row).some(mentionsAdoption)
  }
  return best
}

/**
 * The better known header; of two heights that are known equally well the taller, where its last row still belongs to merged cells of the
 * header. A row that holds nothing but the ends of such cells and known words belongs to it however little its words are worth.
 */
function isBetter(row: number, block: readonly string[][], score: number, best: Header | null, least: number): boolean {
  if (score > (best?.score ?? least)) return true
  if (!best || best.rows[0] !== row || block.length !== best.rows.length + 1) return false
  const [above, last] = block.slice(-2)
  const ends = (text: string, i: number): boolean => text === '' || text === above![i]
  if (!last!.some((text, i) => text !== '' && !ends(text, i))) return false
  const merged = last![0] === '' || last!.some((text, i) => text !== '' && ends(text, i))
  if (merged && last!.every((text, i) => ends(text, i) || isKnown(text))) return true
  return merged && score >= best.score - 1e-9
}

function isKnown(text: string): boolean {
  return text.length <= 60 && (isForm(text) || (headerConcept(text) ?? bareCount(text)) !== null)
}

function rowTexts(table: RawTable, row: number): string[] {
  return table.columns.map((column) => cleanName(cellText(column, row)))
}

function looksLikeNumber(text: string): boolean {
  return /^[\d.,%/\-√✓●×☑]+$/.test(text.normalize('NFKC'))
}

function looksLikeData(text: string): boolean {
  return looksLikeNumber(text) || 'span' in cleanDate(text, PLAIN_DATE)
}

/** «数量», «条数»: no column can be told from it alone, but a header can. */
function bareCount(text: string): { concept: 'count'; confidence: number } | null {
  return wordsOf('count').has(headerKey(text)) ? { concept: 'count', confidence: 0.5 } : null
}

/** Known words add their confidence, outlet-like ones a little; anything that is data by its look counts against the row. */
function scoreOf(texts: readonly string[]): { score: number; known: number; outletLike: number } | null {
  const filled = texts.filter((text) => text !== '')
  if (filled.length < 2 || new Set(filled).size < 2) return null
  let score = 0
  let outletLike = 0
  const concepts = new Set<string>()
  for (const text of filled) {
    const concept = text.length <= 60 ? (headerConcept(text) ?? bareCount(text)) : null
    if (concept) {
      // The same open concept twice (two «name» columns) is weaker evidence than two different ones.
      score +=
        concepts.has(concept.concept) && concept.concept !== 'outletCount' && concept.concept !== 'month'
          ? concept.confidence * 0.4
          : concept.confidence
      concepts.add(concept.concept)
    } else if (looksLikeData(text)) score -= 1
    else if (text.length > 30) score -= 0.5
    else if (looksLikeOutlet(text)) {
      score += 0.15
      outletLike++
    }
  }
  return { score, known: concepts.size, outletLike }
}

/**
 * The header texts of rows that a person named (numbers as a spreadsheet shows them), one a column, joined as «采用情况/市日报».
 * Numbers beyond the table are ignored; all '' without a row.
 */
export function headerTextsAt(table: RawTable, rows: readonly number[]): string[] {
  const block = rows.filter((row) => isRowOf(table, row)).map((row) => rowTexts(table, row - 1))
  if (block.length === 0) return table.columns.map(() => '')
  return block.length === 1 ? block[0]! : pathTexts(filledRight(block).rows)
}

/** The header that a person named; null where none of the rows exists. A format that names its fields has no header rows. */
export function headerAt(table: RawTable, rows: readonly number[]): Header | null {
  const own = rows.filter((row) => isRowOf(table, row)).map((row) => row - 1)
  if (own.length === 0 || table.names) return null
  const texts = headerTextsAt(table, rows)
  return { rows: own, texts, score: scoreOf(texts)?.score ?? 0, firstDataRow: Math.max(...own) + 1 }
}

function isRowOf(table: RawTable, row: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= table.rows
}

/**
 * Joins several rows into one header a column, or null when they do not look like a merged header:
 * an upper row must group columns (equal neighbours from filled merges, or a blank right of a text above a text),
 * no cell of the lowest row may look like data, and no upper row may hold numbers for the most part.
 */
function joined(block: readonly string[][]): string[] | null {
  const { rows, groups } = filledRight(block)
  const lowest = block[block.length - 1]!
  for (const row of rows.slice(0, -1)) {
    // A merged title fills its row with one text: a row of a header has at least two.
    if (new Set(row.filter((text) => text !== '')).size < 2) return null
    // «填报单位：县委办» is a line above the table, not a heading of it.
    if (row.some((text) => /[:：]\s*\S/.test(text))) return null
    // Headings may be years, but not numbers for the most part.
    if (row.filter(looksLikeNumber).length * 2 > row.filter((text) => text !== '').length) return null
  }
  // A merged note.
  if (lowest.every((text) => text !== '' && text === lowest[0])) return null
  if (!groups || lowest.some((text) => text !== '' && looksLikeData(text))) return null
  return lowest.filter((text) => text !== '').length < 2 ? null : pathTexts(rows)
}

/** The rows with the blanks of merged cells filled to the right, and whether any upper text stands over several columns. */
function filledRight(block: readonly string[][]): { rows: string[][]; groups: boolean } {
  const rows = block.map((row) => [...row])
  let groups = false
  for (const [level, row] of rows.slice(0, -1).entries()) {
    const below = block[level + 1]!
    /** Whether any row underneath has a text in the column. */
    const lower = row.map((_, i) => block.slice(level + 1).some((under) => under[i] !== ''))
    for (let i = 1; i < row.length; i++) {
      if (row[i] !== '' && row[i] === row[i - 1] && below[i] !== '' && below[i] !== row[i]) groups = true
      // A blank beside a text, with texts under both and the same heading above: the merged cell of a text export.
      const above = rows[level - 1]
      const sameGroup = !above || above[i] === above[i - 1]
      if (row[i] === '' && row[i - 1] !== '' && sameGroup && lower[i] && lower[i - 1] && below[i - 1] !== row[i - 1]) {
        row[i] = row[i - 1]!
        groups = true
      }
    }
  }
  return { rows, groups }
}

function pathTexts(rows: readonly string[][]): string[] {
  return rows[0]!.map((_, i) => {
    const path = rows.map((row) => row[i]!).filter((text) => text !== '')
    return path
      .filter((text, at) => text !== path[at - 1])
      .map((text) => text.replace(/\//g, ''))
      .join('/')
  })
}
