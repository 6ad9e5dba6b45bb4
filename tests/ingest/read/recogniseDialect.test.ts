import { describe, expect, test } from 'vitest'
import { recogniseDialect } from '../../../src/ingest/read/recogniseDialect'
import { isHeaderWord } from '../../../src/ingest/recognise/headerConcept'
import { lines, readBytes } from '../../helpers/importText'

function dialectOf(...all: string[]) {
  return recogniseDialect(lines(...all), isHeaderWord)
}

describe('ordinary separators', () => {
  test('commas inside Chinese sentences do not win over tabs', () => {
    expect(dialectOf('单位\t标题', '甲局\t一,二,三', '乙局\t四,五,六', '丙局\t七')).toEqual({
      kind: 'delimited',
      separator: '\t',
      quote: '"',
      blanks: 'text',
      width: 2,
      hintLine: false,
    })
  })

  test('a title line without separators does not confuse', () => {
    const found = dialectOf(
      '某县2024年上半年信息台账',
      '单位;标题;报送日期',
      '甲局;一;2024-03-05',
      '乙局;二;2024-03-06',
    )
    expect(found).toMatchObject({ separator: ';', width: 3 })
  })

  test('a title and a note full of commas do not make a comma file', () => {
    const found = dialectOf(
      '某县,2024年,上半年,信息,采用,情况',
      '单位\t标题\t报送日期',
      '甲局\t一\t2024-03-05',
      '乙局\t二\t2024-03-06',
      '注：一,二,三,四,五,六,七,八,九',
    )
    expect(found).toMatchObject({ kind: 'delimited', separator: '\t', width: 3 })
  })

  test('decimal commas lose against the semicolons around them', () => {
    expect(dialectOf('unit;points;share', 'a;1,5;3,25', 'b;2,5;4,25', 'c;7,5;1,50')).toMatchObject({ separator: ';' })
  })

  test('titles full of blanks stay cells of a comma file', () => {
    const found = dialectOf(
      '单位,标题,报送日期',
      '甲局,某县   召开   会议,2024-03-05',
      '乙局,某镇   开展   走访,2024-03-06',
      '丙局,某乡   做好   防汛,2024-03-07',
    )
    expect(found).toMatchObject({ kind: 'delimited', separator: ',', blanks: 'text' })
  })

  test('one column is one column, whatever blanks and commas its texts have', () => {
    const found = dialectOf('标题', '某县 召开 会议', '某镇  开展  走访', '关于甲乙,丙的报告')
    expect(found).toMatchObject({ kind: 'delimited', separator: ',' })
  })

  test('a header alone says enough', () => {
    expect(dialectOf('单位;标题;报送日期')).toMatchObject({ separator: ';' })
    expect(dialectOf('单位  标题  报送日期')).toMatchObject({ kind: 'blanks', runs: 'several', width: 3 })
  })

  test.each(['*', '(', '[', '\\', '.', '|', '^', '?', '"', "'"])('«sep=%s» does no harm', async (separator) => {
    const text = lines(
      `sep=${separator}`,
      ['单位', "'标题'", ' "日期"'].join(separator),
      ['甲局', "'一'", ' "二"'].join(separator),
    )
    expect(recogniseDialect(text, isHeaderWord)).toMatchObject({ separator, hintLine: true })
    expect((await readBytes(text)).tables[0]!.rows).toBeGreaterThan(0)
  })

  test('«sep=» overrules everything', () => {
    expect(dialectOf('sep=;', '单位,标题', '甲局,一')).toMatchObject({ separator: ';', hintLine: true })
  })
})

describe('blanks beside a separator', () => {
  test('behind some commas they belong to no cell', () => {
    const found = dialectOf('单位,标题,日期', '甲局, "一, 二",2024-03-05', '乙局, "三",2024-03-06')
    expect(found).toMatchObject({ separator: ',', blanks: 'padding' })
  })

  test('behind every comma they are a part of it: one without a blank further down is text', () => {
    const found = dialectOf('单位, 标题, 日期', '甲局, "一, 二", 2024-03-05', '乙局, 三,')
    expect(found).toMatchObject({ separator: ',', blanks: 'part' })
  })

  test('a quote behind a blank that would swallow the rest of the file', () => {
    const found = dialectOf(
      '单位, 标题,  日期, 件数, 状态',
      '甲局, 一,  2024-03-05, 1, 采用',
      '乙局,  ",,,", 2024-03-06, 2, 采用',
      '丙局,  三,  2024-03-07, 3, 采用',
      '注：一,二,三',
    )
    expect(found).toMatchObject({ separator: ',', blanks: 'part', width: 5 })
  })

  test('where bare commas are text the blank is a part of the separator', () => {
    const found = dialectOf('单位, 标题, 件数', '甲局, 甲,乙, 1,234', '乙局, 丙, 12', '丙局, 丁,戊, 7')
    expect(found).toMatchObject({ separator: ',', blanks: 'part', width: 3 })
  })

  test('a few bare commas are enough, though dates are written in many ways', () => {
    const days = ['2024-03-05', '3月6日', '二〇二四年三月七日', '2024-03-08', '2024-03-09', '九日']
    const rows = Array.from({ length: 40 }, (_, i) => `第${i}件, 甲局, ${days[i % 6]}, 采用`)
    const found = dialectOf('标题, 单位, 报送日期, 状态', ...rows, '投入1,200万元, 甲局, 2024-03-10, 采用')
    expect(found).toMatchObject({ separator: ',', blanks: 'part', width: 4 })
  })

  test('in a title they are text', () => {
    const found = dialectOf('单位,标题,日期', '甲局,"A, B",2024-03-05', '乙局, 二,2024-03-06', '丙局,三,2024-03-06')
    expect(found).toMatchObject({ separator: ',', blanks: 'text' })
  })
})

describe("' as the quote", () => {
  test('round every cell', () => {
    const found = dialectOf(
      "'单位','标题','日期'",
      "'县公安局','标题, 带逗号','2024-03-05'",
      "'乙局','二','2024-03-06'",
    )
    expect(found).toMatchObject({ separator: ',', quote: "'", width: 3 })
  })

  test('round the cells that need it', () => {
    const found = dialectOf(
      '单位,标题,日期',
      "县公安局,'标题, 带逗号',2024-03-05",
      "乙局,'一, 二',2024-03-06",
      '丙局,三,2024-03-07',
    )
    expect(found).toMatchObject({ separator: ',', quote: "'" })
  })

  test.each([
    [["甲局,'十四五'规划,2024-03-05", "乙局,'某事',2024-03-06", "丙局,'别事',2024-03-06"]],
    [["甲局,it's,2024-03-05", "乙局,'tis,2024-03-06", "丙局,rock 'n' roll,2024-03-06"]],
    [["甲局,'某事',2024-03-05", '乙局,二,2024-03-06', '丙局,三,2024-03-06']],
    [['甲局,"\'某事\', 说",2024-03-05', "乙局,'二',2024-03-06", "丙局,'三',2024-03-06"]],
  ])('not in %j', (rows) => {
    expect(dialectOf('单位,标题,日期', ...rows)).toMatchObject({ separator: ',', quote: '"' })
  })
})

describe('blanks alone', () => {
  test('several, with single ones inside cells', () => {
    const found = dialectOf('2024年 台账', '单位   标题\t日期', '甲局  某 事　　2024-03-05', '乙局   二  2024-03-06')
    expect(found).toMatchObject({ kind: 'blanks', runs: 'several', width: 3, headerLine: 1 })
  })

  test('single ones where every line agrees', () => {
    expect(dialectOf('单位 报送数 采用数', '甲局 12 3', '乙局 4 1')).toMatchObject({ kind: 'blanks', runs: 'single' })
    expect(dialectOf('单位 报送数 采用数', '甲局 12 3', '乙局 4', '丙局 5 1')).toMatchObject({ kind: 'delimited' })
  })

  test('a tab-separated file with blank cells stays one', () => {
    const found = dialectOf('单位\t标题\t日期\t载体', '甲局\t一\t\t', '乙局\t\t2024-03-06\t日报', '丙局\t三\t\t日报')
    expect(found).toMatchObject({ kind: 'delimited', separator: '\t', width: 4 })
  })

  test.each(['shown', 'characters'] as const)('aligned columns (%s)', (measure) => {
    const pad = (text: string, width: number): string =>
      text + ' '.repeat(width - (measure === 'shown' ? 2 * text.length : text.length))
    const found = dialectOf(
      `${pad('单位', 16)}${pad('标题', 16)}载体`,
      `${pad('县公安局', 16)}${pad('一', 16)}日报`,
      `${pad('乙局', 16)}${pad('', 16)}日报`,
      `${pad('丙局', 16)}${pad('三件事情', 16)}`,
    )
    expect(found).toMatchObject({ kind: 'fixed', headerLine: 0, columns: { measure } })
  })

  test('gaps that never differ are separators, though cells of one length stand in line', () => {
    const found = dialectOf('单位  报送  采用', '甲局  12  3', '乙局  5', '丙局  10  4', '丁局  11  4')
    expect(found).toMatchObject({ kind: 'blanks', runs: 'several', width: 3 })
  })
})
