import { parseRecords } from './delimitedGrammar'
import type { Dialect, Grammar } from './dialect'
import { recogniseBlanks } from './recogniseBlanks'
import { scoreRecords } from './recordScore'

const SEPARATORS = [',', '\t', ';', '|', '，', '；'] as const
/** Records of the head that are tried. */
const TRIED = 120
/** Longest head that is looked at, in characters. */
const HEAD = 200_000
/** From this length on the head is a part of the text and its last line may be cut off. */
const CUT = 4096
/** Share of the cells that begin with a blank from which the blanks are no text. */
const PADDED = 0.9
/** Breaks a tie with the plainer grammar: less than a tenth of the records or one typed column counts. */
const PREFERRED = 0.05

/** What ' counts as the quote where it wraps a cell on every second line: as much as a known word, for one that is never closed spoils records. */
const WRAPPED = 1
/** Share of the cells in ' that may lack the second one. */
const STRAY = 0.2

/** How much better than the best separator blanks have to read: they do not show blank cells. */
const DOUBT = 0.3

interface Candidate {
  readonly dialect: Dialect
  readonly score: number
}

/**
 * How a text marks its cells. A «sep=;» line says it. Else every separator (with " and with ' as quote; with blanks beside it as text, as
 * a part of it and as padding) and blanks alone are tried on the head, and what reads most like a table wins (`scoreRecords`); of equals the plainer.
 */
export function recogniseDialect(text: string, known: (cell: string) => boolean): Dialect {
  const hint = /^sep=(.)\n/i.exec(text)?.[1]
  const head = wholeLines(hint === undefined ? text : text.slice(text.indexOf('\n') + 1))
  const asked = new Map<string, boolean>()
  const isKnown = (cell: string): boolean => {
    let answer = asked.get(cell)
    if (answer === undefined) asked.set(cell, (answer = known(cell)))
    return answer
  }
  const hintLine = hint !== undefined
  const plain: Grammar = { separator: hint ?? ',', quote: '"', blanks: 'text' }
  let best: Candidate = { dialect: { kind: 'delimited', ...plain, width: 1, hintLine }, score: 0 }
  for (const separator of hintLine ? [hint] : SEPARATORS) {
    for (const { grammar, preferred } of grammarsOf(head, separator)) {
      const { score, width } = scoreRecords(triedRecords(head, grammar), isKnown)
      if (score + preferred > best.score)
        best = { dialect: { kind: 'delimited', ...grammar, width, hintLine }, score: score + preferred }
    }
  }
  const blanks = hintLine ? null : recogniseBlanks(head.split('\n').slice(0, TRIED), isKnown)
  return blanks && blanks.score > best.score + DOUBT ? blanks.dialect : best.dialect
}

/** The first records of the head; a faulty one that has swallowed lines counts as so many lines without a cell. */
function triedRecords(head: string, grammar: Grammar): string[][] {
  const { data, faulty } = parseRecords(head, grammar, true, TRIED)
  return data.flatMap((cells, i) => {
    const lines = faulty.has(i) ? cells.join(grammar.separator).split('\n') : []
    return lines.length > 1 ? lines.slice(0, TRIED).map((line) => [line]) : [cells]
  })
}

/** The head without a last line that may be cut off. */
function wholeLines(text: string): string {
  const head = text.slice(0, HEAD)
  const end = head.length < CUT ? -1 : head.lastIndexOf('\n')
  return end === -1 ? head : head.slice(0, end + 1)
}

/** Ways to read a separator, the plainest first, with what they count beyond their score. */
function grammarsOf(head: string, separator: string): { grammar: Grammar; preferred: number }[] {
  if (!head.includes(separator)) return []
  const blanks: { blanks: Grammar['blanks']; preferred: number }[] = [{ blanks: 'text', preferred: 0 }]
  if (separator !== '\t' && (head.includes(`${separator} `) || head.includes(`${separator}\u3000`))) {
    const preferred = isPadded(head, separator) || wrapsBehindBlanks(head, separator) ? PREFERRED : 0
    // Where both read alike, a separator without a blank that stands further down is text.
    blanks.push({ blanks: 'part', preferred }, { blanks: 'padding', preferred })
  }
  const apostrophes = apostropheWeight(head, separator)
  return blanks.flatMap(({ blanks: own, preferred }) => {
    const plain = { grammar: { separator, quote: '"', blanks: own } as const, preferred }
    return apostrophes === null
      ? [plain]
      : [plain, { grammar: { separator, quote: "'", blanks: own } as const, preferred: preferred + apostrophes }]
  })
}

/** Whether nearly every cell behind a separator begins with a blank, in the lines that have the commonest number of them. */
function isPadded(head: string, separator: string): boolean {
  const rows = head.split('\n').map((line) => line.split(separator))
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))
  const behind = rows.flatMap((cells) => (cells.length === width ? cells.slice(1) : []))
  return behind.filter((cell) => /^[ \u3000]/.test(cell)).length >= behind.length * PADDED
}

/** Whether quotes wrap cells behind blanks; one alone may be text. */
function wrapsBehindBlanks(head: string, separator: string): boolean {
  const mark = patternOf(separator)
  const wrapped = new RegExp(`${mark}[ \\u3000]+"(?:[^"\\n]|"")*"[ \\u3000]*(?=${mark}|$)`, 'gm')
  return (head.match(wrapped)?.length ?? 0) > 1
}

/** «sep=» may name any character. */
function patternOf(separator: string): string {
  return separator.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
}

/**
 * What ' counts as the quote; null when it cannot be: it has to wrap two cells, and fewer than one in five may begin with it and not end so
 * (none where it does not wrap a cell on every second line: apostrophes stand in text). Preferred when it does, else it has to make the records more alike.
 */
function apostropheWeight(head: string, separator: string): number | null {
  if (!head.includes("'")) return null
  const mark = patternOf(separator)
  const wrapped = new RegExp(`(^|${mark})[ \u3000]*'(?:[^']|'')*'[ \u3000]*(?=${mark}|$)`, 'gm')
  let count = 0
  const rest = head.replace(wrapped, (_, before: string) => {
    count++
    return before
  })
  if (count < 2 || new RegExp(`(?:^|${mark})[ \u3000]*"`, 'm').test(rest)) return null
  const strays = rest.match(new RegExp(`(?:^|${mark})[ \u3000]*'`, 'gm'))?.length ?? 0
  const usual = count >= rest.split('\n').length / 2
  if (strays > (usual ? count * STRAY : 0)) return null
  return usual ? WRAPPED : 0
}
