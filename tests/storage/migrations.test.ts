import { describe, expect, test } from 'vitest'
import { migrated, VERSION } from '../../src/storage/migrations'
import { StorageError } from '../../src/storage/storageError'

const STEPS = [
  (document: Record<string, unknown>) => ({ ...document, second: true }),
  (document: Record<string, unknown>) => ({ ...document, third: document['second'] }),
]

describe('a document of an older version', () => {
  test('goes through every step up to the present one, in their order', () => {
    expect(migrated({ version: 1, kept: 'x' }, STEPS, 3)).toEqual({ version: 3, kept: 'x', second: true, third: true })
    expect(migrated({ version: 2, second: 'own' }, STEPS, 3)).toEqual({ version: 3, second: 'own', third: 'own' })
  })

  test('is left as it was given', () => {
    const given = Object.freeze({ version: 1 })
    migrated(given, STEPS, 3)
    expect(given).toEqual({ version: 1 })
  })

  test('of which no way leads here is damaged', () => {
    expect(() => migrated({ version: 0 }, STEPS, 3)).toThrow(StorageError)
  })
})

test('one of the present version needs nothing, one of a newer version is refused, what is no document is returned', () => {
  const present = { version: VERSION, a: 1 }
  expect(migrated(present)).toEqual(present)
  expect(() => migrated({ version: VERSION + 1 })).toThrow(expect.objectContaining({ reason: 'newer' }))
  for (const other of [null, 7, 'text', [], {}, { version: '1' }]) expect(migrated(other)).toBe(other)
})
