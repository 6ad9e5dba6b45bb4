import Papa from 'papaparse'

const CANDIDATES = [',', '\t', ';', '|', '，', '；'] as const

export interface Dialect {
  readonly delimiter: string
  /** The first line is a spreadsheet hint such as «sep=;» and no row. */
  readonly hintLine: boolean
}

/**
 * The field separator of a text: a «sep=;» line says it; else the candidate whose records agree best on a number of fields > 1.
 * Score = share of records with the commonest width × log(width); `known` adds weight for cells that a header dictionary knows.
 */
export function sniffDelimiter(head: string, known: (cell: string) => boolean): Dialect {
  const hint = /^sep=(.)\n/i.exec(head)
  if (hint) return { delimiter: hint[1]!, hintLine: true }
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of CANDIDATES) {
    const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', preview: 120 })
    const { data } = parser.parse(head, 0, false) as { data: string[][] }
    const records = data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
    const widths = new Map<number, number>()
    for (const cells of records) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0]
    const words = Math.max(
      0,
      ...records.slice(0, 12).map((cells) => (cells.length > 1 ? cells.filter(known).length : 0)),
    )
    const score = (count / Math.max(1, records.length)) * Math.log2(width + 1) + words
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, hintLine: false }
}
