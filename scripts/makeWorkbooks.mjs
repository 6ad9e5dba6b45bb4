/**
 * Writes tests/fixtures/workbooks: ledgers as .xls, .xlsx and .ods by LibreOffice, a program that shares no code with the reader.
 * Not part of the tests; needs `soffice` on the path. Run it again only when a fixture has to change: node scripts/makeWorkbooks.mjs
 *
 * A ledger of tests/fixtures/ledgers is converted as it is. What a CSV cannot hold (the 1904 calendar, percentages, merged cells, hidden
 * sheets and rows) is written as a flat OpenDocument text here, and beside it the CSV that must give the same measures.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const ledgers = join(root, 'tests', 'fixtures', 'ledgers')
const target = join(root, 'tests', 'fixtures', 'workbooks')
const work = mkdtempSync(join(tmpdir(), 'workbooks-'))
const FORMATS = ['xls', 'xlsx', 'ods']

/** How LibreOffice is to read a CSV: commas, quotes, UTF-8, from the first line, Chinese dates. */
const CSV_FILTER = 'CSV:44,34,76,1,,2052'

const NAMESPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"')
  .join(' ')

const STYLES = `
<number:date-style style:name="D"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>
<number:percentage-style style:name="P"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="D"/>
<style:style style:name="rate" style:family="table-cell" style:data-style-name="P"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>`

const text = (value, extra = '') =>
  `<table:table-cell office:value-type="string"${extra}><text:p>${value}</text:p></table:table-cell>`
const over = (columns, rows) => ` table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"`
const covered = '<table:covered-table-cell/>'
const number = (value) => `<table:table-cell office:value-type="float" office:value="${value}"/>`
const rate = (value) =>
  `<table:table-cell table:style-name="rate" office:value-type="percentage" office:value="${value}"/>`
const day = (value) =>
  `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${value}"/>`
const row = (cells, extra = '') => `<table:table-row${extra}>${cells.join('')}</table:table-row>`
const sheet = (name, rows, style = 'shown') =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows.join('')}</table:table>`

/**
 * @param {readonly string[]} sheets
 * @param {string} [nullDate] the day whose serial is 0
 */
function flat(sheets, nullDate) {
  const calendar = nullDate
    ? `<table:calculation-settings><table:null-date table:date-value="${nullDate}"/></table:calculation-settings>`
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet>${calendar}${sheets.join('')}</office:spreadsheet></office:body></office:document>`
}

const ITEMS = [
  ['县水利局', '水利局推进防汛备汛', '2024-01-31', '采用'],
  ['县水利局', '水利局开展河道清淤', '2024-02-29', '未采用'],
  ['桃源镇', '桃源镇抓好春耕备耕', '2024-03-01', '采用'],
  ['桃源镇', '桃源镇办好夜间集市', '2023-12-31', '采用'],
  ['城关镇', '城关镇整治背街小巷', '2024-12-31', '未采用'],
]
const ITEM_HEAD = ['单位', '标题', '报送日期', '状态']

const itemRows = ITEMS.map(([unit, title, date, state]) => row([text(unit), text(title), day(date), text(state)]))
const itemSheet = [row(ITEM_HEAD.map((word) => text(word))), ...itemRows]

/** Title over all columns, units over two rows, printed rates, a hidden sheet and a hidden row that count as the others do. */
const COUNTS = [
  ['县直', '县水利局', 20, 5],
  ['县直', '县财政局', 16, 4],
  ['乡镇', '桃源镇', 12, 3],
  ['乡镇', '城关镇', 8, 1],
]
const countRows = COUNTS.map(([group, unit, submitted, adopted], i) =>
  row(
    [
      i % 2 === 0 ? text(group, over(1, 2)) : covered,
      text(unit),
      number(submitted),
      number(adopted),
      rate(adopted / submitted),
    ],
    i === 3 ? ' table:visibility="collapse"' : '',
  ),
)
const countSheet = [
  row([text('2024年第一季度信息采用情况', over(5, 1)), covered, covered, covered, covered]),
  row(['类别', '单位', '报送数', '采用数', '采用率'].map((word) => text(word))),
  ...countRows,
]
const hiddenSheet = [
  row(['单位', '报送数', '采用数'].map((word) => text(word))),
  row([text('石桥镇'), number(6), number(2)]),
]

const csv = (rows) => `${rows.map((cells) => cells.join()).join('\n')}\n`

/** Where each workbook comes from: a ledger and its encoding, or a document and the CSV that says the same. */
const SOURCES = [
  { name: '信息台账', file: join(ledgers, 'items-gbk-csv', '2023-2024信息台账.csv'), encoding: 'gb18030' },
  { name: '状态', file: join(ledgers, 'pending', '状态.csv'), encoding: 'utf-8' },
  { name: '日期1900', text: flat([sheet('台账', itemSheet)]), twin: csv([ITEM_HEAD, ...ITEMS]) },
  { name: '日期1904', text: flat([sheet('台账', itemSheet)], '1904-01-01'), twin: csv([ITEM_HEAD, ...ITEMS]) },
  {
    name: '2024年第一季度统计',
    text: flat([sheet('统计', countSheet), sheet('补充2024年第一季度', hiddenSheet, 'hidden')]),
    twin: csv([['类别', '单位', '报送数', '采用数'], ...COUNTS, ['', '石桥镇', 6, 2]]),
  },
]

mkdirSync(target, { recursive: true })
for (const { name, file, encoding, text: document, twin } of SOURCES) {
  const source = join(work, `${name}.${document ? 'fods' : 'csv'}`)
  writeFileSync(source, document ?? new TextDecoder(encoding).decode(readFileSync(file)))
  if (twin) writeFileSync(join(target, `${name}.csv`), twin)
  for (const format of FORMATS) {
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(work, 'profile')}`,
        '--headless',
        ...(file ? [`--infilter=${CSV_FILTER}`] : []),
        ...['--convert-to', format, '--outdir', work, source],
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    if (status !== 0) throw new Error(`${name}.${format}: ${stderr}`)
    renameSync(join(work, `${name}.${format}`), join(target, `${name}.${format}`))
  }
}
rmSync(work, { recursive: true, force: true })
