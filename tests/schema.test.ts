import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import schema from '../data/schema/measures.schema.json'
import { schemaErrors } from './helpers/jsonSchema'
import { ledgerFolders } from './helpers/ledgerFolders'
import { type NamedBytes, measureFiles } from './helpers/measureFiles'

/** What another program would read from the file. */
async function published(files: readonly NamedBytes[]): Promise<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(await measureFiles(files))) as Record<string, unknown>
}

describe('measures.json keeps to its public schema', () => {
  const folders = ledgerFolders()

  test('there are folders to try', () => {
    expect(folders.length).toBeGreaterThanOrEqual(11)
  })

  test.each(folders.map((folder) => [folder.name, folder] as const))('%s', async (_, { files }) => {
    const named = files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }))
    expect(schemaErrors(schema, await published(named))).toEqual([])
  })

  test('an empty workspace', async () => {
    expect(schemaErrors(schema, await published([]))).toEqual([])
  })
})

test('a measures.json that does not keep to it is told', async () => {
  const folder = ledgerFolders().find(({ name }) => name === 'pending')!
  const measures = await published(
    folder.files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
  )
  const spoilt = { ...measures, clock: 'received', total: { ...(measures['total'] as object), rate: '35%' } }
  expect(schemaErrors(schema, spoilt)).toEqual([
    '$.clock: "received" is not listed',
    '$.total.rate: "35%" is no number or null',
  ])
})
