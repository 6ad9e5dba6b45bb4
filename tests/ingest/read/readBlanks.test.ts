import { describe, expect, test } from 'vitest'
import { codes, imported, lines, readBytes } from '../../helpers/importText'
import { tableCells } from '../../helpers/tableCells'

describe('cells between blanks', () => {
  const text = lines(
    '某县 2024年 台账',
    '',
    '单位   标题    报送日期\t状态',
    '县公安局  某事 之一　　2024-03-05   采用',
    '乙局    二      2024-03-06',
    '一、乡镇',
    '丙镇  三  2024-03-07  待定  多出',
    '丁镇  五  2024-03-07  待定',
    '备注：完  了  啊',
  )

  test('full rows are split, titles, headings and notes stay whole, other rows hold nothing in a column of the header', async () => {
    const { tables, findings } = await readBytes(text)
    expect(tables[0]!.delimiter).toBe('blanks')
    expect(tableCells(tables[0])).toEqual([
      ['某县 2024年 台账', '', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['单位', '标题', '报送日期', '状态', '', ''],
      ['县公安局', '某事 之一', '2024-03-05', '采用', '', ''],
      ['', '', '', '', '5', '乙局    二      2024-03-06'],
      ['一、乡镇', '', '', '', '', ''],
      ['', '', '', '', '7', '丙镇  三  2024-03-07  待定  多出'],
      ['丁镇', '五', '2024-03-07', '待定', '', ''],
      ['备注：完  了  啊', '', '', '', '', ''],
    ])
    expect([...tables[0]!.widths]).toEqual([1, 1, 4, 4, 3, 1, 4, 4, 1])
    expect(findings).toMatchObject([
      { level: 'warning', code: 'field-count', row: 5, detail: 'blanks', params: { fields: 3, width: 4 } },
      { level: 'warning', code: 'field-count', row: 7, detail: 'blanks', params: { fields: 5, width: 4 } },
    ])
  })

  test('a row that cannot be assigned is set aside, whatever the shape of the table', async () => {
    const items = await imported(text)
    expect(items.sheets[0]!.balance).toMatchObject({ used: 2, setAside: 2 })
    expect(codes(items.findings)).toEqual(['field-count 5', 'field-count 7'])
    expect(codes(items.sheets[0]!.findings)).not.toContain('field-count 5')

    const counts = await imported(lines('单位  报送数  采用数', '甲局  12  3', '乙局  4', '丙局  5  1', '丁局  7  2'))
    expect(counts.sheets[0]!.balance).toMatchObject({ used: 3, setAside: 1 })
    expect(counts.sheets[0]!.facts.units).toEqual(['甲局', '丙局', '丁局'])
  })

  test('every blank separates where all lines agree; a signature below is set aside', async () => {
    const { tables, findings } = await readBytes(
      lines('单位 报送数 采用数', '甲局 12 3', '乙局 4 1', '县委办 2024年7月1日'),
    )
    expect(tables[0]!.delimiter).toBe('blank')
    expect(tableCells(tables[0]).slice(0, 3)).toEqual([
      ['单位', '报送数', '采用数', '', ''],
      ['甲局', '12', '3', '', ''],
      ['乙局', '4', '1', '', ''],
    ])
    expect(codes(findings)).toEqual(['field-count 4'])
  })

  test('quoted cells keep their blanks and may be blank', async () => {
    const { tables, findings } = await readBytes(
      lines('"单位" "标题" "报送日期"', '"县公安局" "某 ""好"" 事" "2024-03-05"', '"乙局" "" "2024-03-06"'),
    )
    expect(tableCells(tables[0])).toEqual([
      ['单位', '标题', '报送日期'],
      ['县公安局', '某 "好" 事', '2024-03-05'],
      ['乙局', '', '2024-03-06'],
    ])
    expect(findings).toEqual([])
  })

  test('more than two thousand such rows are counted, not listed', async () => {
    const good = Array.from({ length: 100 }, (_, i) => `甲局  第${i}件  2024-03-05  采用`)
    const bad = Array.from({ length: 2100 }, (_, i) => `乙局  第${i}件  采用`)
    const { tables, findings } = await readBytes(lines('单位  标题  报送日期  状态', ...good, ...bad))
    expect(tables[0]!.rows).toBe(2201)
    expect(findings).toHaveLength(2001)
    expect(findings[2000]).toMatchObject({ code: 'field-count', detail: 'more', count: 100 })
  })
})

describe('aligned columns', () => {
  test('blank cells are seen; numbers stand to the right', async () => {
    const { tables, findings } = await readBytes(
      lines(
        '2024年上半年信息采用情况',
        '单位          报送数  采用数',
        '县公安局          12       3',
        '乙局                       1',
        '第三高级中学       4       1',
        '丙镇             120',
        '注：以上不含乡镇',
      ),
    )
    expect(tables[0]!.delimiter).toBe('fixed')
    expect(tableCells(tables[0])).toEqual([
      ['2024年上半年信息采用情况', '', ''],
      ['单位', '报送数', '采用数'],
      ['县公安局', '12', '3'],
      ['乙局', '', '1'],
      ['第三高级中学', '4', '1'],
      ['丙镇', '120', ''],
      ['注：以上不含乡镇', '', ''],
    ])
    expect(findings).toEqual([])
  })

  test('a row beside the columns is split by its blanks if that gives every cell, else set aside', async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `${i % 2 ? '县公安局  ' : '乙局      '}第${10 + i}件  采用`)
    const { tables, findings } = await readBytes(
      lines('单位      标题    状态', ...rows, '第三高级中学  一件  待定', '第三高级中学  待定', '丙局      第99件'),
    )
    expect(tables[0]!.delimiter).toBe('fixed')
    expect(tableCells(tables[0]).slice(25)).toEqual([
      ['第三高级中学', '一件', '待定', '', ''],
      ['', '', '', '27', '第三高级中学  待定'],
      ['丙局', '第99件', '', '', ''],
    ])
    expect(codes(findings)).toEqual(['field-count 27'])
  })

  test('columns of a program that counts every character as one', async () => {
    const pad = (text: string): string => text.padEnd(8)
    const { tables } = await readBytes(
      lines(
        `${pad('单位')}${pad('标题')}状态`,
        `${pad('县公安局')}${pad('一')}采用`,
        `${pad('乙局')}${pad('')}待定`,
        `${pad('总寨镇')}${pad('三件')}`,
      ),
    )
    expect(tables[0]!.delimiter).toBe('fixed')
    expect(tableCells(tables[0])).toEqual([
      ['单位', '标题', '状态'],
      ['县公安局', '一', '采用'],
      ['乙局', '', '待定'],
      ['总寨镇', '三件', ''],
    ])
  })

  test('two rows with blank cells, the first column blank in one', async () => {
    const { tables } = await readBytes(
      lines(
        '2022年信息上报采用情况',
        '2月    1月  编报单位    3月',
        '       5/2  县信息中心  8/6',
        '19/14  2/0  共和镇',
      ),
    )
    expect(tableCells(tables[0]).slice(1)).toEqual([
      ['2月', '1月', '编报单位', '3月'],
      ['', '5/2', '县信息中心', '8/6'],
      ['19/14', '2/0', '共和镇', ''],
    ])
  })

  test('a header of two rows keeps its groups', async () => {
    const { tables } = await readBytes(
      lines(
        '            采用情况',
        '单位        市日报    手机报',
        '县公安局    1         2',
        '乙局                  3',
        '第三中学    4',
        '总寨镇      5         12',
      ),
    )
    expect(tableCells(tables[0]).slice(0, 4)).toEqual([
      ['', '采用情况', ''],
      ['单位', '市日报', '手机报'],
      ['县公安局', '1', '2'],
      ['乙局', '', '3'],
    ])
  })
})
