import { describe, expect, test } from 'vitest'
import type { ImportedSheet } from '../../src/ingest/importedFile'
import { foldedBands } from '../../src/ingest/recognise/foldedBands'
import type { SheetChoices } from '../../src/model/choices'
import { codes, imported, lines, measuresOf } from '../helpers/importText'

async function sheetOf(text: string, name = '2024年3月.csv', choices: SheetChoices = {}): Promise<ImportedSheet> {
  const { sheets, findings } = await imported(text, name, [choices])
  if (!sheets[0]) throw new Error(`no table: ${codes(findings).join()}`)
  return sheets[0]
}

const counted = ({ facts }: ImportedSheet) =>
  facts.counts.map(({ row, unit, submitted, adopted }) => [row, facts.units[unit], submitted, adopted])
const tasks = ({ facts }: ImportedSheet) => facts.tasks.map(({ row, unit, low }) => [row, facts.units[unit], low])

describe('which headers are those of a folded table', () => {
  test.each<[string, number[][] | null]>([
    ['单位,目标分值,单位,目标分值', [[0, 1], [2, 3]]], // prettier-ignore
    ['单位,目标分值,,单位,目标分值,,单位,目标分值', [[0, 1], [3, 4], [6, 7]]], // prettier-ignore
    ['序号,单位,报送数,采用数,序号,单位,报送数,采用数', [[0, 1, 2, 3], [4, 5, 6, 7]]], // prettier-ignore
    ['序号,单位,报送数,单位,报送数,备注', [[1, 2], [3, 4]]], // prettier-ignore
    ['县直部门/单位,县直部门/任务,乡镇/单位,乡镇/任务', [[0, 1], [2, 3]]], // prettier-ignore
    ['单位,单位', null],
    ['单位,报送数,采用数,报送数,采用数', null],
    ['报送数,采用数,报送数,采用数', null],
    ['单位,1月/报送,1月/采用,2月/报送,2月/采用', null],
    ['1月/单位,1月/报送,2月/单位,2月/报送', null],
    ['单位,报送数,单位,采用数', null],
  ])('%s', (header, expected) => {
    expect(foldedBands(header.split(','))?.map(({ columns }) => columns) ?? null).toEqual(expected)
  })
})

describe('two tables side by side', () => {
  test('of targets', async () => {
    const sheet = await sheetOf(
      lines(
        '2024年信息目标任务分解表,,,',
        '单位,目标分值,单位,目标分值',
        '甲局,120,丁镇,80',
        '乙局,100,戊镇,60',
        '丙局,90,合计,450',
        '注：每季度通报一次,,,',
      ),
    )
    expect(tasks(sheet)).toEqual([
      [3, '甲局', 120],
      [4, '乙局', 100],
      [5, '丙局', 90],
      [3, '丁镇', 80],
      [4, '戊镇', 60],
    ])
    expect(sheet.facts.tasks[0]).toMatchObject({ every: 'once', measure: 'points', person: null })
    expect(sheet.balance).toMatchObject({ shape: 'targets', read: 6, used: 3, headings: 3, totals: 0, setAside: 0 })
    expect(sheet.findings).toEqual([])
  })

  test('of counts, three of them with blank columns between and a shorter last one', async () => {
    const sheet = await sheetOf(
      lines(
        '单位,报送数,采用数,采用率,,单位,报送数,采用数,采用率,,单位,报送数,采用数,采用率',
        '甲局,20,5,25%,,丙局,10,1,10%,,戊镇,4,2,50%',
        '乙局,8,2,25%,,丁局,5,0,0,,合计,47,10,21.3%',
        '己局,0,0,0,,,,,,,,,,',
      ),
    )
    expect(counted(sheet)).toEqual([
      [2, '甲局', 20, 5],
      [3, '乙局', 8, 2],
      [4, '己局', 0, 0],
      [2, '丙局', 10, 1],
      [3, '丁局', 5, 0],
      [2, '戊镇', 4, 2],
    ])
    expect(sheet.findings).toEqual([])
    expect(sheet.balance).toMatchObject({ read: 4, used: 3, blank: 0, totals: 0, setAside: 0 })
    expect(sheet.recognition.columns.map(({ letters, role }) => `${letters} ${role}`)).toEqual([
      'A unit',
      'B submittedCount',
      'C adoptedCount',
      'D rate',
      'E ignore',
      'F unit',
      'G submittedCount',
      'H adoptedCount',
      'I rate',
      'J ignore',
      'K unit',
      'L submittedCount',
      'M adoptedCount',
      'N rate',
    ])
  })

  test('findings name the columns of the sheet', async () => {
    const sheet = await sheetOf(
      lines(
        '单位,报送数,采用数,单位,报送数,采用数',
        '甲局,20,5,丙局,十几,1',
        '乙局,8,2,,3,1',
        ',,,丁局,4,9',
        '合计,28,8,小计,9,9',
      ),
    )
    expect(sheet.findings.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['printed-total-differs', 5, 'C', '8'],
      ['number-invalid', 2, 'E', '十几'],
      ['unit-missing', 3, 'D', ''],
      ['adopted-exceeds-submitted', 4, 'F', '9'],
      ['printed-total-differs', 5, 'E', '9'],
    ])
    expect(sheet.findings[1]!.cells).toEqual(['甲局', '20', '5', '丙局', '十几', '1'])
    // Rows 2 and 3 are used by their first band.
    expect(sheet.balance).toMatchObject({ read: 5, used: 3, setAside: 0, totals: 1, headings: 1 })
    expect([...sheet.setAside]).toEqual([])
  })

  test('a row that no band uses is set aside once', async () => {
    const sheet = await sheetOf(lines('单位,报送数,单位,报送数', '甲局,20,丙局,8', '乙局,某数,丁局,某数'))
    expect(sheet.balance).toMatchObject({ used: 1, setAside: 1 })
    expect([...sheet.setAside]).toEqual([3])
    expect(codes(sheet.findings).filter((code) => code.startsWith('number'))).toEqual([
      'number-invalid 3',
      'number-invalid 3',
    ])
  })

  test('a total is that of its band or of all, wherever it stands', async () => {
    const own = lines('单位,报送数,单位,报送数', '甲局,20,丙局,8', '乙局,3,丁局,1', '合计,23,合计,9')
    const all = lines('单位,报送数,单位,报送数', '甲局,20,丙局,8', '乙局,3,丁局,1', '合计,32,,')
    const wrong = lines('单位,报送数,单位,报送数', '甲局,20,丙局,8', '乙局,3,合计,30')
    const totals = async (text: string) =>
      (await sheetOf(text)).findings.filter(({ code }) => code === 'printed-total-differs')
    expect(await totals(own)).toEqual([])
    expect(await totals(all)).toEqual([])
    expect(await totals(wrong)).toMatchObject([{ row: 3, column: 'D', params: { printed: 30, computed: 31 } }])
  })

  test('a heading over all bands opens the group in each, one inside a band goes on into the next', async () => {
    const over = await measuresOf({
      '2024年3月.csv': lines(
        '单位,报送数,单位,报送数',
        '一、县直部门,,,',
        '甲局,20,丙局,8',
        '二、乡镇,,,',
        '丁镇,3,戊镇,1',
      ),
    })
    expect(over.units.map(({ unit, group }) => [unit, group])).toEqual([
      ['甲局', '县直部门'],
      ['丁镇', '乡镇'],
      ['丙局', '县直部门'],
      ['戊镇', '乡镇'],
    ])
    const inside = await measuresOf({
      '2024年3月.csv': lines('单位,报送数,单位,报送数', '一、县直部门,,丁镇,3', '甲局,20,戊镇,1', '二、乡镇,,己镇,2'),
    })
    expect(inside.units.map(({ unit, group }) => [unit, group])).toEqual([
      ['甲局', '县直部门'],
      ['丁镇', '乡镇'],
      ['戊镇', '乡镇'],
      ['己镇', '乡镇'],
    ])
  })

  test('what stands over one band is the group of its units', async () => {
    const sheet = await sheetOf(
      lines('县直部门,,各乡镇,', '单位,报送数,单位,报送数', '甲局,20,丁镇,3', '乙局,4,戊镇,1'),
    )
    expect(sheet.facts.units).toEqual(['甲局', '乙局', '丁镇', '戊镇'])
    expect(sheet.facts.groups).toEqual(['县直部门', '县直部门', '各乡镇', '各乡镇'])
    expect(sheet.balance).toMatchObject({ read: 4, used: 2, headings: 2 })
  })

  test('of items', async () => {
    const sheet = await sheetOf(
      lines(
        '单位,标题,报送日期,采用载体,作者,单位,标题,报送日期,采用载体,作者',
        '甲局,某事一,2024-03-05,日报,张某,乙局,某事三,2024-03-07,,李某',
        '甲局,某事二,2024-03-06,,,丙局,某事四,2024-03-08,快报,张某',
      ),
    )
    expect(sheet.balance).toMatchObject({ shape: 'items', read: 3, used: 2, headings: 1 })
    expect([...sheet.facts.items.row]).toEqual([2, 3, 2, 3])
    expect(sheet.facts.bandStarts).toEqual([0, 2])
    expect(sheet.facts.outlets).toEqual(['日报', '快报'])
    expect([...sheet.facts.adoptions.item]).toEqual([0, 3])
    expect(sheet.facts.items.labels).toMatchObject([{ role: 'author', names: ['张某', '李某'] }])
    expect([...sheet.facts.items.labels[0]!.codes]).toEqual([0, 0xffffffff, 1, 0])
  })

  test('a corrected column is corrected in every band', async () => {
    const text = lines('单位,报送数,甲数,单位,报送数,甲数', '甲局,20,5,丙局,8,1', '乙局,3,1,丁局,1,0')
    const sheet = await sheetOf(text, '2024年3月.csv', { columns: { 5: { role: 'adoptedCount' } } })
    expect(counted(sheet)).toEqual([
      [2, '甲局', 20, 5],
      [3, '乙局', 3, 1],
      [2, '丙局', 8, 1],
      [3, '丁局', 1, 0],
    ])
  })

  test('running totals name the letters of their band', async () => {
    const sheet = await sheetOf(lines('单位,报送数,累计,单位,报送数,累计', '甲局,20,50,丙局,8,9', '乙局,3,4,丁局,1,2'))
    expect(sheet.facts.running.map(({ row, column, printed }) => [row, column, printed])).toEqual([
      [2, 'C', 50],
      [3, 'C', 4],
      [2, 'F', 9],
      [3, 'F', 2],
    ])
  })
})
