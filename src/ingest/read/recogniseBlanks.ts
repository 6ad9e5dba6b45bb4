import { blankCells, trimBlanks } from './blankCells'
import type { BlanksDialect, FixedDialect } from './dialect'
import { fixedCells, recogniseFixedColumns } from './fixedColumns'
import { scoreRecords } from './recordScore'
import { isRemarkLine } from './remarkLine'

/** Lines among which the header is looked for. */
const HEADER_SEARCHED = 30
/** Known words that a header needs: blanks are everywhere, so its words have to say that they separate. */
const KNOWN_WORDS = 2
/** Rows that are all as wide as the header, or aligned with it, say it too: then one known word will do. */
const TELLING_ROWS = 3
/** Share of the rows that have to be as wide as the header where several blanks separate; the others are set aside. */
const ALIKE = 0.5
/** Most lines below the last row that may be signatures where every blank separates. */
const SIGNATURES = 3
/** What quotes count where they wrap every second cell: without them the cells would be as many, but not as clean. */
const QUOTES = 0.05

interface Found {
  readonly dialect: BlanksDialect | FixedDialect
  readonly score: number
}

/** The table that blanks alone make of the lines, scored as any other; null when there is none. */
export function recogniseBlanks(lines: readonly string[], known: (cell: string) => boolean): Found | null {
  const texts = lines.map(trimBlanks)
  const found: Found[] = []
  for (const runs of ['several', 'single'] as const) {
    const header = headerOf(
      texts.map((text) => blankCells(text, runs, false)),
      known,
    )
    if (header) found.push(...fixedTable(lines, texts, header, known))
    found.push(...blanksTable(texts, runs, false, known))
    if (texts.some((text) => text.includes('"'))) found.push(...blanksTable(texts, runs, true, known))
  }
  return found.reduce<Found | null>((best, next) => (best === null || next.score > best.score ? next : best), null)
}

function blanksTable(
  texts: readonly string[],
  runs: 'several' | 'single',
  quoted: boolean,
  known: (cell: string) => boolean,
): Found[] {
  const cut = texts.map((text) => blankCells(text, runs, quoted))
  const header = headerOf(cut, known)
  if (!header) return []
  const headerLine = header.line
  const width = cut[headerLine]!.length
  const isRow = (line: number): boolean => cut[line]!.length === width
  const below = [...texts.keys()].filter(
    (i) => i > headerLine && texts[i] !== '' && (isRow(i) || !isRemarkLine(texts[i]!)),
  )
  const rows = below.filter(isRow)
  const lastRow = rows[rows.length - 1] ?? headerLine
  const inside = below.filter((line) => line <= lastRow)
  const sure = header.words >= KNOWN_WORDS
  const agrees =
    runs === 'several'
      ? sure
        ? rows.length >= below.length * ALIKE
        : rows.length >= TELLING_ROWS && rows.length === below.length
      : sure && rows.length === inside.length && below.length - rows.length <= SIGNATURES
  if (!agrees) return []
  const { score } = scoreRecords(
    cut.map((cells, line) => (line >= headerLine && isRow(line) ? cells : [texts[line]!])),
    known,
  )
  const wrapped = quoted && texts.filter((text) => text.startsWith('"')).length * 2 >= texts.length
  return [{ dialect: { kind: 'blanks', runs, quoted, width, headerLine }, score: score + (wrapped ? QUOTES : 0) }]
}

function fixedTable(
  lines: readonly string[],
  texts: readonly string[],
  { line: headerLine, words }: HeaderLine,
  known: (cell: string) => boolean,
): Found[] {
  const table = lines.filter((_, i) => i >= headerLine && texts[i] !== '' && !isRemarkLine(texts[i]!))
  const columns = words >= KNOWN_WORDS || table.length > TELLING_ROWS ? recogniseFixedColumns(table) : null
  if (!columns) return []
  const { score } = scoreRecords(
    lines.map((line, i) => fixedCells(line, columns, i !== headerLine) ?? [texts[i]!]),
    known,
  )
  return [{ dialect: { kind: 'fixed', columns, headerLine }, score }]
}

interface HeaderLine {
  readonly line: number
  /** Cells that the dictionary knows, at least one. */
  readonly words: number
}

/** The line with the most known words. */
function headerOf(cut: readonly string[][], known: (cell: string) => boolean): HeaderLine | null {
  let best: HeaderLine | null = null
  for (const [line, cells] of cut.slice(0, HEADER_SEARCHED).entries()) {
    const words = cells.length > 1 ? cells.filter(known).length : 0
    if (words > (best?.words ?? 0)) best = { line, words }
  }
  return best
}
