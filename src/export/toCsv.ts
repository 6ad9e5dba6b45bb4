/** One cell of a table on its way out: text, number, nothing, or a fraction that is to read as a percentage. */
export type TableCell = string | number | null | { readonly percent: number }

/** Blanks of every kind, then a sign at which a spreadsheet starts a formula; apostrophes before it were our own. */
const FORMULA = /^'*[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠]/
/** Control characters at the start let the rest begin a new cell or line in some readers. */
const CONTROL = /^'*[ \u00a0\u3000\u200b\u2060\ufeff]*[\t\r\n]/

/**
 * A text that no spreadsheet takes for a formula: = + - @ TAB CR LF and full-width ＝＋－＠ at the start, after blanks too, get a
 * leading apostrophe. A text that already looks escaped gets one more, so `restoredText` gives back exactly what was there.
 */
export function neutralText(text: string): string {
  return FORMULA.test(text) || CONTROL.test(text) ? `'${text}` : text
}

/** Takes back what `neutralText` did: import of our own CSV reads every text cell through the same rule. */
export function restoredText(text: string): string {
  return text.startsWith("'") && (FORMULA.test(text) || CONTROL.test(text)) ? text.slice(1) : text
}

/**
 * Rows as CSV for WPS and Excel: UTF-8 with byte order mark, commas, CRLF after every line. Numbers stay numbers (a negative one is
 * no formula), null is an empty cell, fractions read 38.71%.
 */
export function toCsv(rows: readonly (readonly TableCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

/** Rows as cells for the clipboard: tabs between, CRLF after every line; tabs and line ends inside a text become blanks. */
export function toTsv(rows: readonly (readonly TableCell[])[]): string {
  return rows.map((row) => `${row.map((cell) => written(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')}\r\n`).join('')
}

function csvCell(cell: TableCell): string {
  const text = written(cell)
  return /[",\r\n\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

function written(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return neutralText(cell)
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return `${Number((cell.percent * 100).toFixed(2))}%`
}
