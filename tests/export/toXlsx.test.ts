import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toXlsx } from '../../src/export/toXlsx'
import { xmlText } from '../../src/export/xmlText'
import { xlsxParts } from '../helpers/xlsxParts'

const table = { name: '单位', titles: ['各单位采用情况'], header: [['单位', '报送', '采用率']] }

test('numbers are numbers, fractions are percentages, nothing is an empty cell', async () => {
  const bytes = await toXlsx([
    {
      ...table,
      rows: [
        ['县财政局', 31, { percent: 12 / 31 }],
        ['县审计局', 0, null],
        ['=1+1', Number.NaN, '—'],
      ],
    },
  ])
  const sheet = Object.values(read(bytes, { cellNF: true }).Sheets)[0]!
  expect(sheet['B3']).toMatchObject({ t: 'n', v: 31 })
  expect(sheet['C3']).toMatchObject({ t: 'n', v: 12 / 31, w: '38.71%', z: '0.00%' })
  expect(sheet['C4']?.v).toBeUndefined()
  expect(sheet['A5']).toMatchObject({ t: 's', v: '=1+1' })
  expect(sheet['A5']?.f).toBeUndefined()
  expect(sheet['B5']?.v).toBeUndefined()
  expect(sheet['C5']).toMatchObject({ t: 's', v: '—' })
})

test('texts have the format of text', async () => {
  const sheet = Object.values(
    read(await toXlsx([{ ...table, rows: [['1-2', '3月5日', '']] }]), { cellNF: true }).Sheets,
  )[0]!
  expect([sheet['A3'], sheet['B3']].map((cell) => (cell as { z?: string }).z)).toEqual(['@', '@'])
})

test('a sheet of lines needs no header', async () => {
  const bytes = await toXlsx([{ name: 'x', titles: ['说明'], header: [], rows: [['一'], ['二']] }])
  expect(utils.sheet_to_json(Object.values(read(bytes).Sheets)[0]!, { header: 1 })).toEqual([['说明'], ['一'], ['二']])
  expect(xlsxParts(bytes).get('xl/worksheets/sheet1.xml')).not.toMatch(/pane|autoFilter|mergeCell/)
})

test('any texts and numbers come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer()), { minLength: 3, maxLength: 3 }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (rows) => {
        const bytes = await toXlsx([{ ...table, rows }])
        const back = utils.sheet_to_json(Object.values(read(bytes).Sheets)[0]!, { header: 1, defval: '' })
        expect(back.slice(2)).toEqual(
          rows.map((row) => row.map((cell) => (typeof cell === 'string' ? xmlText(cell) : cell))),
        )
      },
    ),
    { numRuns: 30 },
  )
})
