import { describe, expect, test } from 'vitest'
import { LIST_MARK } from '../../../src/ingest/read/listMark'
import { BAD_LINE } from '../../../src/ingest/read/readJson'
import { lines, readBytes } from '../../helpers/importText'
import { tableCells } from '../../helpers/tableCells'

const read = (value: unknown, name = 'export.json') =>
  readBytes(typeof value === 'string' ? value : JSON.stringify(value), name)

describe('where the records are', () => {
  const items = [
    { unit: '甲局', title: '一' },
    { unit: '乙局', title: '二' },
  ]

  test('an array of objects', async () => {
    const { tables, findings } = await read(items)
    expect(findings).toEqual([])
    expect(tables).toHaveLength(1)
    expect(tables[0]!.names).toEqual(['unit', 'title'])
    expect(tables[0]!.sheet).toBeNull()
    expect(tableCells(tables[0])).toEqual([
      ['甲局', '一'],
      ['乙局', '二'],
    ])
  })

  test('an envelope around it', async () => {
    const { tables } = await read({ code: 200, data: { total: 2, rows: items } })
    expect(tables).toHaveLength(1)
    expect(tableCells(tables[0])).toEqual([
      ['甲局', '一'],
      ['乙局', '二'],
    ])
  })

  test('two arrays are two sheets named by their keys', async () => {
    const { tables } = await read({ items, counts: [{ unit: '丙局', n: 1 }] })
    expect(tables.map(({ sheet }) => sheet)).toEqual(['items', 'counts'])
    expect(tableCells(tables[1])).toEqual([['丙局', '1']])
  })

  test('one object a line', async () => {
    const { tables, findings } = await read(lines(...items.map((item) => JSON.stringify(item))), 'export.ndjson')
    expect(findings).toEqual([])
    expect(tableCells(tables[0])).toEqual([
      ['甲局', '一'],
      ['乙局', '二'],
    ])
  })

  test('rows as arrays keep their header', async () => {
    const { tables } = await read([
      ['单位', '标题'],
      ['甲局', '一'],
    ])
    expect(tables[0]!.names).toBeNull()
    expect(tableCells(tables[0])).toEqual([
      ['单位', '标题'],
      ['甲局', '一'],
    ])
  })
})

describe('what a record holds', () => {
  test('nested objects are columns of a path', async () => {
    const { tables } = await read([{ unit: { name: '甲局', kind: '县直' }, title: '一' }])
    expect(tables[0]!.names).toEqual(['unit/name', 'unit/kind', 'title'])
    expect(tableCells(tables[0])).toEqual([['甲局', '县直', '一']])
  })

  test('a list of texts is one cell, a list of objects one cell a key, side by side', async () => {
    const { tables } = await read([
      {
        title: '一',
        outlets: ['日报', '手机报'],
        adoptions: [{ outlet: '日报', date: '2024-03-05' }, { outlet: '手机报' }],
      },
    ])
    expect(tables[0]!.names).toEqual(['title', 'outlets', 'adoptions/outlet', 'adoptions/date'])
    expect(tableCells(tables[0])).toEqual([
      [
        '一',
        ['日报', '手机报'].join(LIST_MARK),
        ['日报', '手机报'].join(LIST_MARK),
        ['2024-03-05', ''].join(LIST_MARK),
      ],
    ])
  })

  test('keys that come late or are missing keep their columns', async () => {
    const { tables } = await read([{ a: '1' }, { b: '2' }, { a: '3', b: '4' }])
    expect(tables[0]!.names).toEqual(['a', 'b'])
    expect(tableCells(tables[0])).toEqual([
      ['1', ''],
      ['', '2'],
      ['3', '4'],
    ])
  })

  test('null is blank, numbers and truth are texts', async () => {
    const { tables } = await read([{ a: null, b: 0, c: true, d: 1.5, e: '', f: 'x' }])
    expect(tableCells(tables[0])).toEqual([['', '0', 'true', '1.5', '', 'x']])
  })

  test('__proto__, constructor and toString are ordinary keys', async () => {
    const { tables } = await read('[{"unit":"甲局","__proto__":"一","constructor":"二","toString":"三"}]')
    expect(tables[0]!.names).toEqual(['unit', '__proto__', 'constructor', 'toString'])
    expect(tableCells(tables[0])).toEqual([['甲局', '一', '二', '三']])
    expect(({} as Record<string, unknown>)['一']).toBeUndefined()
    const nested = await read('[{"unit":"甲局","__proto__":{"polluted":"一"}}]')
    expect(nested.tables[0]!.names).toEqual(['unit', '__proto__/polluted'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('very deep nesting ends somewhere', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    const { tables, findings } = await read(`[{"unit":"甲局","x":${deep}}]`)
    expect(tables.length + findings.length).toBeGreaterThan(0)
  })
})

describe('what cannot be read', () => {
  test('a bad line among good ones stays a row and is named', async () => {
    const text = lines('{"unit":"甲局","title":"一"}', '{"unit":"乙局","title":', '{"unit":"丙局","title":"三"}')
    const { tables, findings } = await read(text, 'export.jsonl')
    expect(findings).toMatchObject([{ level: 'error', code: 'field-count', row: 2, detail: 'json-line' }])
    expect(tables[0]!.rows).toBe(3)
    expect(tables[0]!.names).toEqual(['unit', 'title', '\u001fbad-line-number', BAD_LINE])
    expect(tableCells(tables[0])[1]!.slice(2)).toEqual(['2', '{"unit":"乙局","title":'])
  })

  test('a blank line between records is a blank row', async () => {
    const { tables } = await read('{"unit":"甲局","title":"一"}\n\n{"unit":"乙局","title":"二"}\n', 'a.ndjson')
    expect(tableCells(tables[0])).toEqual([
      ['甲局', '一'],
      ['', ''],
      ['乙局', '二'],
    ])
  })

  test('broken JSON says why', async () => {
    const { tables, findings } = await read('[{"unit":"甲局",', '坏.json')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', file: '坏.json' }])
  })

  test.each(['{}', '[]', '{"a":1}', '[1,2,3]'])('%s holds no records', async (text) => {
    const { tables, findings } = await read(text)
    expect(tables.every(({ rows }) => rows === 0) || tables.length === 0).toBe(true)
    expect(findings.some(({ level }) => level === 'error') || tables.length > 0).toBe(true)
  })

  test('a table that begins with a bracket is still a table', async () => {
    const { tables } = await readBytes(lines('[内部],,', '单位,标题,报送日期', '甲局,一,2024-03-05'), '台账.csv')
    expect(tableCells(tables[0])[2]).toEqual(['甲局', '一', '2024-03-05'])
  })
})
