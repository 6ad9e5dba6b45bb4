import { expectItems } from '../expected'
import type { ItemFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { makeItems } from '../makeItems'
import { printDay, type DayStyle } from '../printDay'
import { randomPeriod } from '../printPeriod'
import type { Random } from '../random'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

interface Keys {
  id: string
  unit: string
  title: string
  author: string
  day: string
  flag: string
  status: string
  outlets: string
  adoptedDay: string
  adoptions: string
  outlet: string
  date: string
}

const KEYS: readonly Keys[] = [
  {
    id: '编号',
    unit: '报送单位',
    title: '标题',
    author: '信息员',
    day: '报送日期',
    flag: '是否采用',
    status: '状态',
    outlets: '采用载体',
    adoptedDay: '采用日期',
    adoptions: '采用情况',
    outlet: '载体',
    date: '日期',
  },
  {
    id: 'id',
    unit: 'unit',
    title: 'title',
    author: 'author',
    day: 'submitted',
    flag: 'adopted',
    status: 'status',
    outlets: 'outlets',
    adoptedDay: 'adoptedOn',
    adoptions: 'adoptions',
    outlet: 'outlet',
    date: 'date',
  },
  {
    id: 'id',
    unit: 'department',
    title: 'title',
    author: 'author',
    day: 'submitDate',
    flag: 'isAdopted',
    status: 'status',
    outlets: 'adoptedBy',
    adoptedDay: 'adoptDate',
    adoptions: 'adoptions',
    outlet: 'outlet',
    date: 'date',
  },
]

const STATUS_WORDS = [
  { adopted: '采用', rejected: '未采用', undecided: '待定' },
  { adopted: 'adopted', rejected: 'rejected', undecided: 'pending' },
] as const

type Form = 'array' | 'envelope' | 'lines'

function wrap(random: Random, records: Json[], form: Form): string {
  if (form === 'lines') return records.map((record) => JSON.stringify(record)).join('\n') + random.pick(['', '\n'])
  const list = random.pick(['list', 'records', 'rows'])
  const envelope: Json = { code: 200, msg: 'ok', data: { total: records.length, [list]: records } }
  return JSON.stringify(form === 'array' ? records : envelope, null, random.pick([0, 2]))
}

function recordOf(random: Random, item: ItemFact, keys: Keys, style: JsonStyle): Json {
  const adopted = item.adoptedBy.length > 0
  const day = (on: string) => printDay(random, on, style.dayStyle)
  const names = item.adoptedBy.map((adoption) => adoption.outlet)
  const on = item.adoptedBy[0]?.on ?? null
  const fields: [string, Json][] = [
    [keys.unit, item.unit],
    [keys.title, item.title],
    [keys.day, day(item.when.first)],
  ]
  if (style.id) fields.unshift([keys.id, random.pick([Number(item.number), item.number])])
  if (style.author) fields.push([keys.author, item.author])
  if (style.decision === 'flag') fields.push([keys.flag, style.wordFlag ? (adopted ? '是' : '否') : adopted])
  if (style.decision === 'status') {
    const word = adopted ? 'adopted' : item.undecided ? 'undecided' : 'rejected'
    fields.push([keys.status, style.status[word]])
  }
  if (style.nested) {
    const list = item.adoptedBy.map((one): Json => ({ [keys.outlet]: one.outlet, [keys.date]: one.on && day(one.on) }))
    fields.push([keys.adoptions, list])
  } else {
    fields.push([keys.outlets, style.outletList ? names : names.join('、')])
    if (adopted || !style.sparse) fields.push([keys.adoptedDay, on && day(on)])
  }
  return Object.fromEntries(style.shuffledKeys ? random.shuffle(fields) : fields)
}

interface JsonStyle {
  id: boolean
  author: boolean
  decision: 'flag' | 'status' | 'none'
  wordFlag: boolean
  status: (typeof STATUS_WORDS)[number]
  nested: boolean
  outletList: boolean
  sparse: boolean
  shuffledKeys: boolean
  dayStyle: DayStyle
}

/** Records as other systems export them: an array, an answer of a server around it, or one record a line. */
export function writeJson(random: Random): LedgerDraft {
  const form = random.pick<Form>(['array', 'envelope', 'lines'])
  const keys = random.pick(KEYS)
  const style: JsonStyle = {
    id: random.chance(0.5),
    author: random.chance(0.5),
    decision: random.pick(['flag', 'status', 'none']),
    wordFlag: random.chance(0.3),
    status: keys === KEYS[0] ? STATUS_WORDS[0] : random.pick(STATUS_WORDS),
    nested: random.chance(0.35),
    outletList: random.chance(0.7),
    sparse: random.chance(0.3),
    shuffledKeys: random.chance(0.3),
    dayStyle: random.pick(['iso', 'iso', 'time', 'slash', 'han']),
  }
  const period = randomPeriod(random, ['month', 'half', 'year'])
  const undecided = style.decision === 'status'
  const size = random.int(4, 60)
  const items = makeItems(random, { period, size, targets: false, undecided, withinYear: false })
  const records = items.map((item) => recordOf(random, item, keys, style))
  const text = random.pick(['', '', '\ufeff']) + wrap(random, records, form)
  const extension = form === 'lines' ? random.pick(['ndjson', 'jsonl', 'json']) : 'json'
  return {
    description: JSON.stringify({ form, keys: keys.unit, ...style, size, period }),
    files: [{ name: `export.${extension}`, bytes: new TextEncoder().encode(text) }],
    sheets: [],
    shufflable: false,
    divisible: false,
    expected: expectItems(items, { status: undecided, targets: false }),
  }
}
