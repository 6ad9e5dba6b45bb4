import type { FileBytes, Sheet } from './sheet'
import { zipOf } from './zip'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** What a person types as a number becomes one; everything else is text, days too. */
function cellXml(text: string, at: string): string {
  if (text === '') return ''
  if (/^(0|[1-9]\d{0,8})$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** The same table as a workbook of one sheet, written without the library that the app reads workbooks with. */
export function workbookOf(sheet: Sheet): FileBytes {
  const lines = [
    ...sheet.preamble.map((text) => [text]),
    sheet.header,
    ...sheet.rows.map((row) => row.cells),
    ...sheet.notes.map((text) => [text]),
  ]
  const rows = lines.map((cells, row) => {
    const inner = cells.map((text, column) => cellXml(text, `${columnName(column)}${row + 1}`)).join('')
    return `<row r="${row + 1}">${inner}</row>`
  })
  const types = [
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
  ]
  const relation = (type: string, target: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
  const bytes = zipOf([
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`],
    ['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    ['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ],
  ])
  return { name: `${sheet.name}.xlsx`, bytes }
}
