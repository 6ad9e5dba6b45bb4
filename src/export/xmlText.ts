const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- the controls are the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** The most a cell holds; a longer text makes spreadsheets repair the file. */
const MOST_CHARACTERS = 32_767

/**
 * A text as a cell of a workbook may hold it: without characters that XML forbids (controls, halves of surrogate pairs), line ends as
 * LF, cut at the limit of a cell.
 */
export function xmlText(text: string): string {
  return text.slice(0, MOST_CHARACTERS).replace(FORBIDDEN, '').replace(/\r\n?/g, '\n')
}

/** The same where a workbook keeps strings: what looks like one of its escapes («_x0041_») is kept from being read as one. */
export function stringText(text: string): string {
  return xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
