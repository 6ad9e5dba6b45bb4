import Papa from 'papaparse'
import type { Grammar } from './dialect'
import { paddedRecords } from './paddedRecords'
import type { ParsedRecords } from './parsedRecords'

/**
 * Splits a text (line ends are LF) into records, at most `limit` if that is not 0. `whole`: no text follows; else the last record is left out.
 * PapaParse where blanks are text, a grammar of our own where they are not.
 */
export function parseRecords(text: string, grammar: Grammar, whole: boolean, limit = 0): ParsedRecords {
  return grammar.blanks === 'text'
    ? plainRecords(text, grammar, whole, limit)
    : paddedRecords(text, grammar, whole, limit)
}

interface PapaResult {
  data: string[][]
  errors: { code?: string; row?: number }[]
  meta: { cursor: number }
}

function plainRecords(text: string, { separator, quote }: Grammar, whole: boolean, limit: number): ParsedRecords {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n', quoteChar: quote, preview: limit })
  const { data, errors, meta } = parser.parse(text, 0, !whole) as PapaResult
  // A text that ends in a line break has no further record behind it.
  const tail = data[data.length - 1]
  if (whole && limit === 0 && text.endsWith('\n') && tail?.length === 1 && tail[0] === '') data.pop()
  return {
    data,
    faulty: new Set(errors.map(({ row }) => row ?? -1)),
    open: errors.some(({ code }) => code === 'MissingQuotes'),
    cursor: meta.cursor,
  }
}
