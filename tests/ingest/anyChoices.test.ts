import { expect, test } from 'vitest'
import { understand } from '../../src/ingest/ingest'
import type { SheetChoices } from '../../src/model/choices'
import type { ColumnChoice, Role } from '../../src/model/column'
import { Random } from '../generator/random'
import { readBytes } from '../helpers/importText'

/** Whatever a person chooses, nothing throws, no row is lost and the numbers of the rows set aside agree with the balance. */
const TABLES: readonly string[] = [
  '单位,报送数,采用数,采用率\n甲局,20,5,25%\n乙局,十几,1,\n合计,20,5,',
  '单位,标题,报送日期,采用载体,状态\n甲局,某事一,2024-03-05,日报,采用\n乙局,某事二,3月6日,,转有关部门',
  '机构名称,1月,2月,上半年\n甲局,12/3,,12/3\n乙局,5,2/2,7',
  '单位,目标分值,,单位,目标分值\n甲局,120,,丙镇,1-2\n一、乡镇,,,,\n乙局,2024-01-02,,合计,120',
  '序号,科室,上报日期,信息名称,《市日报》,手机报,合计\n1,甲科,2024-03-05,某事一,√,第3期,2\n2,乙科,,某事二,,2024-03-09,0',
  '单位,日报,,快报,\n,报送,采用,报送,采用\n甲局,9,3,,x\n,1,1,1,1',
  '{"a":1}\n{"单位":"甲局","报送数":"3"}\n{"单位":"乙局","报送数":"-"}',
  '没有表头\n\n随便,写点\n什么',
]
const ROLES: readonly Role[] = [
  'sequence', 'number', 'unit', 'group', 'title', 'author', 'category', 'form', 'level', 'secret', 'instruction',
  'commissioned', 'submittedOn', 'adoptedOn', 'period', 'year', 'status', 'outlets', 'tick', 'submittedCount',
  'adoptedCount', 'pair', 'rate', 'score', 'rank', 'target', 'rowTotal', 'running', 'ignore',
] // prettier-ignore
const RUNS = 400

function choicesOf(random: Random): SheetChoices {
  const column = (): [number, ColumnChoice] => [
    random.int(0, 6),
    {
      role: random.pick(ROLES),
      ...(random.chance(0.3) && { outlet: random.pick(['', '日报', '__proto__']) }),
      ...(random.chance(0.3) && { target: true }),
    },
  ]
  return {
    ...(random.chance(0.7) && { columns: Object.fromEntries(Array.from({ length: random.int(1, 4) }, column)) }),
    ...(random.chance(0.4) && { headerRows: random.pick([[1], [2], [1, 2], [3], [9], [0]]) }),
    ...(random.chance(0.5) && { rowsAre: random.pick(['items', 'counts', 'targets'] as const) }),
    ...(random.chance(0.3) && { vocabulary: new Map([['转有关部门', 'pending' as const]]) }),
    ...(random.chance(0.3) && { period: random.pick(['2024H1', '2024', 'x']) }),
    ...(random.chance(0.3) && { year: 2023 }),
    ...(random.chance(0.3) && {
      edits: Array.from({ length: 3 }, () => ({
        row: random.int(0, 6),
        column: random.int(0, 6),
        text: random.pick(['', '7', '2024-03-01', '合计', '甲局', '单位']),
      })),
    }),
  }
}

test('any choices give facts in which no row is lost', async () => {
  const random = new Random(20240305)
  const read = await Promise.all(TABLES.map((text, i) => readBytes(text, i === 6 ? '表.json' : '2024年表.csv')))
  for (let run = 0; run < RUNS; run++) {
    const file = random.pick(read)
    const choices = choicesOf(random)
    const { sheets } = understand(file, [choices])
    for (const { balance, setAside, facts } of sheets) {
      const { used, blank, headings, totals } = balance
      expect(used + balance.setAside + blank + headings + totals, JSON.stringify(choices)).toBe(balance.read)
      expect(setAside.length).toBe(balance.setAside)
      expect([...setAside]).toEqual([...setAside].sort((a, b) => a - b))
      for (const { codes } of facts.items.labels) expect(codes.length).toBe(facts.items.length)
      for (const { unit } of facts.tasks) expect(unit === 0xffffffff || unit < facts.units.length).toBe(true)
    }
  }
})
