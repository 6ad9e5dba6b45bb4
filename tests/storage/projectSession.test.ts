import { beforeEach, describe, expect, test } from 'vitest'
import { EVERYTHING } from '../../src/workspace/proposal'
import type { Workspace } from '../../src/workspace/workspace'
import { DATABASE } from '../../src/storage/database'
import { VERSION } from '../../src/storage/migrations'
import { day, lines, readBytes } from '../helpers/importText'
import { emptyStore, stateOf, type Tab, Tabs } from '../helpers/sessions'

const ON = day(2024, 7, 1)
const HEAD = '标题,单位,报送日期,采用载体'
const MARCH = lines(HEAD, '某事一,甲局,2024-03-05,日报', '某事二,甲局,2024-03-06,', '某事三,乙局,2024-03-31,')
const APRIL = lines(HEAD, '某事四,甲局,2024-04-05,手机报', '某事五,丙局,2024-04-06,')

beforeEach(emptyStore)

async function take({ workspace, session }: Tab, files: Record<string, string>): Promise<void> {
  workspace.propose(await Promise.all(Object.entries(files).map(([name, text]) => readBytes(text, name))), null)
  workspace.accept(ON)
  session.changed()
  await session.settled()
}

function step({ workspace, session }: Tab, change: (workspace: Workspace) => unknown): Promise<void> {
  change(workspace)
  session.changed()
  return session.settled()
}

const submitted = ({ workspace }: Tab): number | null => workspace.measure(EVERYTHING).total.submitted

/** Changes a record of the store behind the app's back. */
function tamper(store: string, change: (value: Record<string, unknown>) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE)
    opening.onerror = () => reject(opening.error!)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction(store, 'readwrite')
      const cursor = transaction.objectStore(store).openCursor()
      cursor.onsuccess = () => {
        const at = cursor.result
        if (!at) return
        const value = at.value as Record<string, unknown>
        change(value)
        at.update(value)
        at.continue()
      }
      transaction.oncomplete = () => {
        database.close()
        resolve()
      }
    }
  })
}

describe('a project', () => {
  test('is not called saved while a change made during the saving waits for the disk', async () => {
    const tab = await new Tabs().open()
    await take(tab, { 'a.csv': MARCH })
    tab.states.splice(0)
    const done = step(tab, (workspace) => workspace.setOffice({ fewest: 3 }))
    // The first saving has begun; this change comes too late for it.
    await step(tab, (workspace) => workspace.setOffice({ fewest: 2 }))
    await done
    expect(tab.states.map(({ kind }) => kind)).toEqual(['saving', 'saving', 'saved'])
    expect((await new Tabs().open()).workspace.summary().office.fewest).toBe(2)
  })

  test('is there again when the page is opened anew: numbers, undo and redo, journal, snapshots, decks, names', async () => {
    const tabs = new Tabs()
    const first = await tabs.open()
    expect(stateOf(first)).toEqual({ kind: 'empty' })
    await take(first, { 'a.csv': MARCH })
    await take(first, { 'b.csv': APRIL })
    await step(first, (workspace) => workspace.merge('units', ['甲局'], '乙局'))
    await step(first, (workspace) =>
      workspace.setDecks([{ name: '例会', steps: [1, 2] }], { kind: 'deckMade', files: ['例会'] }),
    )
    await step(first, (workspace) =>
      workspace.setOffice({ roster: [{ name: '丁局', group: null, from: null, last: null }] }),
    )
    const { id } = first.workspace.freeze('三月')
    await step(first, (workspace) => workspace.undo())
    expect(stateOf(first).kind).toBe('saved')

    const second = await tabs.open()
    const { revision: _, ...kept } = second.workspace.summary()
    const { revision: __, ...before } = first.workspace.summary()
    expect(kept).toEqual(before)
    expect(second.workspace.changes()).toEqual(first.workspace.changes())
    expect(second.workspace.measure({ ...EVERYTHING, snapshot: id })).toEqual(
      first.workspace.measure({ ...EVERYTHING, snapshot: id }),
    )
    expect(kept.decks).toEqual([{ name: '例会', steps: [1, 2] }])
    expect(second.workspace.undo().decks).toEqual([])
    second.workspace.undo()
    second.workspace.undo()
    expect(submitted(second)).toBe(3)
    for (let i = 0; i < 4; i++) second.workspace.redo()
    expect(second.workspace.summary().decks).toEqual(kept.decks)
    expect(second.workspace.summary().office.roster).toMatchObject([{ name: '丁局' }])
  })

  test('is one of several: each opens by itself, and one removed takes nothing from the others', async () => {
    const tabs = new Tabs()
    const tab = await tabs.open()
    await take(tab, { 'a.csv': MARCH })
    await tab.session.rename((await tab.session.projects())[0]!.id, '甲市')
    await tab.session.create('乙县')
    expect(submitted(tab)).toBe(0)
    await take(tab, { 'a.csv': APRIL })
    const [newest, older] = await tab.session.projects()
    expect([newest!.name, older!.name]).toEqual(['乙县', '甲市'])
    await tab.session.open(older!.id)
    expect(submitted(tab)).toBe(3)
    await tab.session.remove(newest!.id)
    expect((await tab.session.projects()).map(({ name }) => name)).toEqual(['甲市'])
    expect(submitted(await tabs.open())).toBe(3)
    await tab.session.erase()
    expect(await tab.session.projects()).toEqual([])
    expect(submitted(tab)).toBe(0)
    expect(submitted(await tabs.open())).toBe(0)
  })

  test('keeps the last state of each day it was changed on, up to ten, and opens it as another project', async () => {
    let now = Date.UTC(2024, 0, 1)
    const tabs = new Tabs(() => now)
    const tab = await tabs.open()
    await take(tab, { 'a.csv': MARCH })
    for (let i = 0; i < 14; i++) {
      now += 86_400_000
      await step(tab, (workspace) => workspace.setOffice({ namesAs: i % 2 ? 'now' : 'then' }))
      if (i === 12) await take(tab, { 'b.csv': APRIL })
    }
    const copies = await tab.session.backups()
    expect(copies).toHaveLength(10)
    expect(copies.map(({ items }) => items)).toEqual([5, ...Array.from({ length: 9 }, () => 3)])
    now++
    await tab.session.openBackup(copies[1]!.at, '旧的')
    expect(submitted(tab)).toBe(3)
    expect((await tab.session.projects()).map(({ name }) => name)).toEqual(['旧的', ''])
  })

  test('goes to another PC as a file', async () => {
    const tab = await new Tabs().open()
    await take(tab, { 'a.csv': MARCH })
    await step(tab, (workspace) => workspace.merge('units', ['甲局'], '乙局'))
    const bytes = await tab.session.toFile()
    expect((await tab.session.projects())[0]!.exportedAt).not.toBeNull()
    emptyStore()
    const other = await new Tabs().open()
    await other.session.fromFile(bytes)
    expect(other.workspace.exportMeasures('submitted', ON)).toEqual(tab.workspace.exportMeasures('submitted', ON))
    expect(stateOf(other).kind).toBe('saved')
    await other.session.settled()
    await expect(other.session.fromFile(bytes.slice(0, -30))).rejects.toMatchObject({ reason: 'damaged' })
    await expect(other.session.fromFile(new TextEncoder().encode('单位,标题'))).rejects.toMatchObject({
      reason: 'damaged',
    })
    expect(submitted(other)).toBe(3)
  })
})

describe('two tabs on one project', () => {
  test('follow each other while nothing is unsaved', async () => {
    const tabs = new Tabs()
    const one = await tabs.open()
    await take(one, { 'a.csv': MARCH })
    const two = await tabs.open()
    await take(one, { 'b.csv': APRIL })
    await tabs.deliver()
    expect(submitted(two)).toBe(5)
    expect(two.replaced).toHaveLength(1)
    await step(two, (workspace) => workspace.undo())
    await tabs.deliver()
    expect([submitted(one), stateOf(one).kind]).toEqual([3, 'saved'])
  })

  test('never overwrite what they have not seen, and both sides can be kept', async () => {
    const tabs = new Tabs()
    const one = await tabs.open()
    await take(one, { 'a.csv': MARCH })
    const two = await tabs.open()
    await take(one, { 'b.csv': APRIL })
    await step(two, (workspace) => workspace.clear())
    expect(stateOf(two)).toMatchObject({ kind: 'unsaved', reason: 'conflict' })
    await tabs.deliver()
    expect([submitted(one), submitted(two)]).toEqual([5, 0])
    await two.session.keepAsCopy('副本')
    expect(stateOf(two).kind).toBe('saved')
    expect((await two.session.projects()).map(({ name, items }) => [name, items])).toEqual([
      ['副本', 0],
      ['', 5],
    ])
    expect(submitted(await tabs.open())).toBe(0)
  })

  test('a removed project is told, and can be saved anew with all its files', async () => {
    const tabs = new Tabs()
    const one = await tabs.open()
    await take(one, { 'a.csv': MARCH })
    const two = await tabs.open()
    await one.session.remove((await one.session.projects())[0]!.id)
    await step(two, (workspace) => workspace.setOffice({ namesAs: 'then' }))
    expect(stateOf(two)).toMatchObject({ kind: 'unsaved', reason: 'removed' })
    await two.session.keepAsCopy('还在')
    // The files went with the project: they were written again from memory.
    expect(stateOf(two).kind).toBe('saved')
    expect(submitted(await tabs.open())).toBe(3)
  })

  test('a drop under consideration is not pulled away', async () => {
    const tabs = new Tabs()
    const one = await tabs.open()
    await take(one, { 'a.csv': MARCH })
    const two = await tabs.open()
    two.workspace.propose([await readBytes(APRIL, 'b.csv')], null)
    await step(one, (workspace) => workspace.setOffice({ namesAs: 'then' }))
    await tabs.deliver()
    expect(two.workspace.considering).toBe(true)
    two.workspace.discard()
    await two.session.discarded()
    expect(two.workspace.summary().office.namesAs).toBe('then')
  })
})

describe('a store that is not as it was left', () => {
  async function kept(): Promise<{ tabs: Tabs; id: string }> {
    const tabs = new Tabs()
    const tab = await tabs.open()
    await take(tab, { 'a.csv': MARCH })
    const [entry] = await tab.session.projects()
    await tab.session.create('别的')
    await take(tab, { 'b.csv': APRIL })
    return { tabs, id: entry!.id }
  }
  const flip = (bytes: unknown): void => {
    ;(bytes as Uint8Array)[20]! ^= 1
  }

  test.each([
    ['pieces', (value: Record<string, unknown>) => flip(value['bytes'])],
    ['pieces', (value: Record<string, unknown>) => (value['of'] = 2)],
    [
      'documents',
      (value: Record<string, unknown>) => (value['text'] = String(value['text']).replace('"import"', '"remove"')),
    ],
    ['documents', (value: Record<string, unknown>) => (value['text'] = '')],
  ])('damaged %s are found, told, marked and left as they are', async (store, change) => {
    const { tabs, id } = await kept()
    await tamper(store, change)
    const tab = await tabs.open()
    // Both are damaged: the last one could not be opened at the start, and the page works on.
    expect(stateOf(tab)).toMatchObject({ kind: 'unsaved', reason: 'damaged' })
    await expect(tab.session.open(id)).rejects.toMatchObject({ reason: 'damaged' })
    expect((await tab.session.projects()).find((entry) => entry.id === id)!.damaged).toBe('damaged')
    expect((await tab.session.raw(id)).length).toBeGreaterThan(100)
    await take(tab, { 'c.csv': MARCH })
    expect(stateOf(tab).kind).toBe('saved')
    expect(await tab.session.projects()).toHaveLength(3)
  })

  test('one of a newer version is refused and stays as it is', async () => {
    const { tabs, id } = await kept()
    const tab = await tabs.open()
    await tab.session.open(id)
    const { textHash } = await import('../../src/storage/contentHashes')
    await tamper('documents', (value) => {
      value['text'] = String(value['text']).replace(`"version":${VERSION}`, '"version":99')
      value['hash'] = textHash(String(value['text']))
    })
    const later = await tabs.open()
    expect(stateOf(later)).toMatchObject({ kind: 'unsaved', reason: 'newer' })
    await expect(later.session.open(id)).rejects.toMatchObject({ reason: 'newer' })
    expect((await later.session.projects()).find((entry) => entry.id === id)!.damaged).toBeNull()
  })

  test('without IndexedDB the app works in memory, says so, and its project can be taken away as a file', async () => {
    const there = globalThis.indexedDB
    Reflect.deleteProperty(globalThis, 'indexedDB')
    try {
      const tab = await new Tabs().open()
      expect(stateOf(tab)).toMatchObject({ kind: 'unsaved', reason: 'missing' })
      await take(tab, { 'a.csv': MARCH })
      expect(stateOf(tab)).toMatchObject({ kind: 'unsaved', reason: 'missing' })
      expect(submitted(tab)).toBe(3)
      const bytes = await tab.session.toFile()
      globalThis.indexedDB = there
      await tab.session.retry()
      expect(stateOf(tab).kind).toBe('saved')
      const other = await new Tabs().open()
      await other.session.fromFile(bytes)
      expect(submitted(other)).toBe(3)
    } finally {
      globalThis.indexedDB = there
    }
  })
})
