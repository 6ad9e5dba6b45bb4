import { gridOf, type Grid, type Typing } from './grid'
import type { FileBytes, Sheet } from './sheet'
import { zipOf } from './zip'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function sheetXml(grid: Grid, formats: readonly string[]): string {
  const rows = grid.rows.map((cells, row) => {
    const inner = cells.map(({ text, value, format }, column) => {
      const at = `${columnName(column)}${row + 1}`
      if (text === '') return ''
      if (value !== null) return `<c r="${at}" s="${formats.indexOf(format)}"><v>${value}</v></c>`
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
    })
    return `<row r="${row + 1}">${inner.join('')}</row>`
  })
  const merges = grid.merges.map(({ row, column, rows: height, columns }) => {
    const last = `${columnName(column + columns - 1)}${row + height}`
    return `<mergeCell ref="${columnName(column)}${row + 1}:${last}"/>`
  })
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.slice(1).map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`)
  const cells = formats.map((_, at) => `<xf numFmtId="${at === 0 ? 0 : 163 + at}" applyNumberFormat="1"/>`)
  const numbers = own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`
  return `${HEAD}<styleSheet xmlns="${MAIN}">${numbers}<cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`
}

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const inner = relations.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner.join('')}</Relationships>`
}

/** A workbook of all sheets, written without the libraries that the app reads and writes workbooks with. */
export function workbookBytes(grids: readonly Grid[]): Uint8Array {
  const formats = [...new Set(['General', ...grids.flatMap(({ rows }) => rows.flat().map(({ format }) => format))])]
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook', 'sheet.main'),
    override('styles', 'styles'),
    ...grids.map((_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')),
  ]
  const names = grids.map(({ tab }, at) => `<sheet name="${escapeXml(tab)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return zipOf([
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`],
    ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ...grids.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml(formats)],
    ...grids.map((grid, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(grid, formats)] as const),
  ])
}

/** The same table as a workbook of one sheet. */
export function workbookOf(sheet: Sheet, typing: Typing = 'numbers'): FileBytes {
  return { name: `${sheet.name}.xlsx`, bytes: workbookBytes([gridOf(sheet, typing)]) }
}
