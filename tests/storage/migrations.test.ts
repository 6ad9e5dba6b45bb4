import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDecks } from '../../src/report/readDecks'
import { migrated, VERSION } from '../../src/storage/migrations'
import { projectFromFile } from '../../src/storage/projectFile'
import { StorageError } from '../../src/storage/storageError'
import { EVERYTHING } from '../../src/workspace/proposal'
import { Workspace } from '../../src/workspace/workspace'

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

describe('a project file of version 1', () => {
  // Written by the app as it was: two imports, a snapshot, two decks beside the states, a merge that was undone.
  const bytes = new Uint8Array(readFileSync(new URL('../fixtures/projects/version1.caiyong', import.meta.url)))
  const names = (decks: readonly unknown[]): string[] => readDecks(decks).map(({ name }) => name)

  test('opens with its decks, and no undo or redo takes one away', async () => {
    const { document, name } = await projectFromFile(bytes)
    expect(name).toBe('一份旧项目')
    const workspace = new Workspace()
    const { decks, undo, redo } = workspace.open(document)
    expect(names(decks)).toEqual(['半年汇报', '县长听取的汇报'])
    expect([undo?.kind, redo?.kind]).toEqual(['import', 'merge'])
    expect(workspace.measure(EVERYTHING).total).toMatchObject({ submitted: 5, adopted: 2 })
    expect(names(workspace.redo().decks)).toHaveLength(2)
    for (let i = 0; i < 3; i++) expect(names(workspace.undo().decks)).toHaveLength(2)
    expect(workspace.summary().imports).toEqual([])
  })

  test('still has the numbers that its decks are bound to, and is written as of this version', async () => {
    const workspace = new Workspace()
    const { decks, snapshots } = workspace.open((await projectFromFile(bytes)).document)
    const [deck] = readDecks(decks)
    expect(deck!.snapshot).toEqual(snapshots[0])
    workspace.undo()
    workspace.undo()
    expect(workspace.measure({ ...EVERYTHING, snapshot: deck!.snapshot!.id }).total.submitted).toBe(5)
    expect(workspace.document().snapshots[0]!.state.decks).toEqual([])
  })

  test('whose parts are no lists is damaged, not a defect of this app', () => {
    for (const broken of [{ decks: 7 }, { decks: [], states: {} }, { decks: [], states: [null], snapshots: [null] }])
      expect(migrated({ version: 1, ...broken })).toMatchObject({ version: VERSION })
  })
})
