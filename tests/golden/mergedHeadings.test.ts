import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ledgerFolders } from '../helpers/ledgerFolders'
import { measureFiles } from '../helpers/measureFiles'

test('a heading merged over its whole row is a group, not a unit to set aside', async () => {
  const folder = ledgerFolders().find(({ name }) => name === 'counts-rate-table')!
  const measures = await measureFiles(
    folder.files.map((path) => ({ name: '第三季度统计表.xlsx', bytes: new Uint8Array(readFileSync(path)) })),
  )
  expect(measures.balance).toMatchObject([{ read: 13, used: 8, setAside: 0, headings: 4, totals: 1 }])
  const groups = new Map(measures.units.map(({ unit, group }) => [unit, group]))
  expect([groups.get('县水利局'), groups.get('石桥镇')]).toEqual(['县直各部门', '各乡镇'])
})
