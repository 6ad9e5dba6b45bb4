import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText } from '../../src/ingest/read/rawColumn'
import { RawTableBuilder } from '../../src/ingest/read/rawTable'
import type { ReadFile } from '../../src/ingest/read/readFile'
import { fileBytes, fileFromBytes, pieces } from '../../src/storage/fileBytes'
import { StorageError } from '../../src/storage/storageError'

function fileOf(rows: readonly (readonly string[])[], name = '台账.csv'): ReadFile {
  const builder = new RawTableBuilder()
  for (const row of rows) builder.push(row)
  const meta = { file: name, sheet: null, encoding: 'utf-8', delimiter: ',', names: null }
  return { file: name, size: 12, contentHash: 'ab', tables: [builder.finish(meta)], findings: [] }
}

function joined(file: ReadFile): Uint8Array {
  return new Uint8Array(Buffer.concat([...fileBytes(file)]))
}

function cells({ tables }: ReadFile): string[][] {
  return tables.flatMap(({ columns, rows }) =>
    Array.from({ length: rows }, (_, row) => columns.map((column) => cellText(column, row))),
  )
}

/** So many different titles that the column becomes one of texts. */
const TITLES = fileOf(Array.from({ length: 45_000 }, (_, i) => [`标题${i}号`, i % 2 ? '甲局' : '']))

const rows = fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 }), {
  maxLength: 20,
})

describe('a file as bytes', () => {
  test('is the same file again, however the bytes are cut', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 500 }), (given, size) => {
        const file = fileOf(given)
        const again = fileFromBytes([...pieces(fileBytes(file), size)])
        expect(cells(again)).toEqual(cells(file))
        expect([...again.tables[0]!.widths]).toEqual([...file.tables[0]!.widths])
        expect({ ...again, tables: [] }).toEqual({ ...file, tables: [] })
      }),
    )
  })

  test('keeps columns of texts, and only the bytes that texts stand in', () => {
    expect(TITLES.tables[0]!.columns.map(({ kind }) => kind)).toEqual(['text', 'dictionary'])
    const bytes = joined(TITLES)
    expect(cells(fileFromBytes([bytes]))).toEqual(cells(TITLES))
    expect(bytes.length).toBeLessThan(1_500_000)
  })

  test('keeps a lone surrogate of a value as the browser keeps it, and loses no row by it', () => {
    const again = fileFromBytes([joined(fileOf([['\ud800', '甲局']]))])
    expect(cells(again)).toHaveLength(1)
    expect(cells(again)[0]![1]).toBe('甲局')
  })
})

describe('bytes that were changed', () => {
  const whole = joined(TITLES)

  test('never throw anything but «damaged», and never take memory that the bytes do not have', () => {
    const small = joined(
      fileOf([
        ['甲局', '某事'],
        ['乙局', '某事二'],
      ]),
    )
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = small.slice()
        changed[at] = changed[at]! ^ by
        try {
          fileFromBytes([changed])
        } catch (error) {
          expect(error).toBeInstanceOf(StorageError)
          expect((error as StorageError).reason).toBe('damaged')
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['cut short', whole.subarray(0, whole.length - 1)],
    ['with more at the end', new Uint8Array([...joined(fileOf([['甲']])), 0])],
    ['empty', new Uint8Array()],
    ['of another file', new TextEncoder().encode('%PDF-1.7 and so on')],
  ])('%s are refused', (_, bytes) => {
    expect(() => fileFromBytes([bytes])).toThrow(StorageError)
  })

  test('with a text that points beyond its block are refused', () => {
    const file = fileOf(Array.from({ length: 45_000 }, (_, i) => [`标题${i}号`]))
    const column = file.tables[0]!.columns[0]!
    if (column.kind !== 'text') throw new Error('not the column that is meant')
    const bytes = joined(file)
    // The last length stands right before the texts.
    const used = [...fileBytes(file)].pop()!.length
    new DataView(bytes.buffer).setUint32(bytes.length - used - 4, used, true)
    expect(() => fileFromBytes([bytes])).toThrow(/beyond its block/)
  })
})
