import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { BrowserContext, CDPSession } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { DATABASE } from '../../src/storage/database'
import type { App } from './helpers'
import { inWorker } from './inWorker'
import {
  BOTH_TOTAL,
  go,
  importAll,
  measures,
  SPRING,
  SPRING_TOTAL,
  SUMMER,
  SUMMER_TOTAL,
  textFile,
  total,
} from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const LARGE_ITEMS = 12_000
/** Titles that cannot be packed: about a megabyte to store. */
const LARGE = textFile(
  '大台账.csv',
  '单位,标题,报送日期,采用载体',
  ...Array.from({ length: LARGE_ITEMS }, () => `东岭乡,${randomBytes(40).toString('hex')},2024-01-05,`),
)

async function projects(app: App): Promise<void> {
  await app.page.getByRole('link', { name: '项目', exact: true }).click()
  await app.part('projects').waitFor()
}

async function reload(app: App, state = 'saved'): Promise<void> {
  await app.page.reload()
  await app.keeps(state)
}

/** Changes a bit of every stored piece of a file, as a failing disk does. */
async function spoilPieces(app: App): Promise<void> {
  await app.page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database)
        opening.onerror = () => reject(opening.error!)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('pieces', 'readwrite')
          const cursor = transaction.objectStore('pieces').openCursor()
          cursor.onsuccess = () => {
            const at = cursor.result
            if (!at) return
            const value = at.value as { bytes: Uint8Array }
            value.bytes[40]! ^= 1
            at.update(value)
            at.continue()
          }
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    DATABASE,
  )
}

describe('what was done', () => {
  test('is there after a reload: numbers, undo, redo, filters of the address, and nothing says «imported» again', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await importAll(app, [SUMMER])
      await app.keeps('saved')
      await go(app, '总览')
      await app.part('filter-period').selectOption('2024H1')
      await app.page.waitForURL(/p=2024H1/)
      await reload(app)
      await expect.poll(() => app.part('filter-period').inputValue()).toBe('2024H1')
      expect(await app.part('import-done').count()).toBe(0)
      expect(await total(app)).toEqual(BOTH_TOTAL)
      await app.part('filter-period').selectOption('')
      await app.part('undo').click()
      await app.part('undo').click()
      expect(await total(app)).toEqual(SPRING_TOTAL)
      await app.keeps('saved')
      await reload(app)
      await app.part('redo').click()
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })

  test('filters of the address are no step to undo, however late the room comes', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await importAll(app, [SUMMER])
      await app.keeps('saved')
      await go(app, '总览')
      await app.part('filter-period').selectOption('2024H1')
      await app.page.waitForURL(/p=2024H1/)
      await app.page.route(/OverviewView-.*\.js$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500))
        await route.continue()
      })
      await reload(app)
      await expect.poll(() => app.part('filter-period').inputValue()).toBe('2024H1')
      await app.part('filter-period').selectOption('')
      await app.part('undo').click()
      await app.part('undo').click()
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })

  test('survives a tab that is closed right after an edit: the state before it, or the edit, and always the edit once it was told saved', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      let before = SPRING_TOTAL.submitted
      for (let i = 0; i < 6; i++) {
        const tab = await app.anotherTab()
        await tab.keeps('saved')
        const undo = await tab.part('undo').isEnabled()
        const after = undo ? 0 : SPRING_TOTAL.submitted
        await tab.part(undo ? 'undo' : 'redo').click()
        const told = i % 2 === 0
        if (told) {
          await tab
            .part(undo ? 'redo' : 'undo')
            .and(tab.page.locator(':enabled'))
            .waitFor()
          await tab.keeps('saved')
        }
        await tab.page.close()
        const next = await app.anotherTab()
        await next.keeps('saved')
        const { submitted } = await total(next)
        expect(told ? [after] : [before, after]).toContain(submitted)
        before = submitted!
        expect(await next.part('storage-notice').count()).toBe(0)
        await next.page.close()
      }
    })
  })

  test('is told in words: what changed, from how many to how many', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await importAll(app, [SUMMER])
      await app.keeps('saved')
      const before = await app.savedRevision()
      await app.part('undo').click()
      await app.savedAfter(before)
      await reload(app)
      await projects(app)
      const lines = async (): Promise<string[][]> =>
        (await app.part('journal').getByRole('row').allInnerTexts()).slice(1).map((line) =>
          line
            .replace(/^\S+ \S+\s+/, '')
            .trim()
            .split(/\s{2,}|\t/),
        )
      // The room is there before its journal is.
      await expect.poll(lines).toEqual([
        ['撤销：导入 夏季台账.csv', '10 → 6', '4 → 3'],
        ['导入 夏季台账.csv', '6 → 10', '3 → 4'],
        ['导入 春季台账.csv', '0 → 6', '0 → 3'],
      ])
    })
  })

  test('goes into a project file and out of it; everything can be erased', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      const before = await measures(app)
      await projects(app)
      await app.part('project-name').fill('甲市 2024')
      await app.page.getByRole('button', { name: '改名' }).click()
      await app.page.getByRole('banner').getByText('甲市 2024', { exact: true }).waitFor()
      const [download] = await Promise.all([app.page.waitForEvent('download'), app.part('project-save-file').click()])
      expect(download.suggestedFilename()).toMatch(/^甲市 2024 \d{4}-\d{2}-\d{2}\.caiyong$/)
      const path = await download.path()
      await app.part('erase').click()
      await app.part('project-confirm').click()
      await app.keeps('empty')
      await reload(app, 'empty')
      expect((await total(app)).submitted).toBe(0)
      await projects(app)
      await app.part('project-file').setInputFiles(path)
      await app.keeps('saved')
      expect({ ...(await measures(app)), generatedOn: '' }).toEqual({ ...before, generatedOn: '' })
      await app
        .part('project-file')
        .setInputFiles({ name: '假的.caiyong', mimeType: '', buffer: Buffer.from('PK假的') })
      await app.part('project-refused').waitFor()
      expect(await app.part('project-refused').innerText()).toContain('打不开“假的.caiyong”：它不是项目文件')
      expect((await total(app)).submitted).toBe(SPRING_TOTAL.submitted)
    })
  })

  test('on a new PC a project file is opened wherever it is given', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      await projects(app)
      const [download] = await Promise.all([app.page.waitForEvent('download'), app.part('project-save-file').click()])
      const buffer = await readFile(await download.path())
      await app.part('erase').click()
      await app.part('project-confirm').click()
      await app.keeps('empty')
      await go(app, '数据')
      await app.choose([{ name: '从U盘来.caiyong', mimeType: '', buffer }])
      await app.keeps('saved')
      expect(await total(app)).toEqual(SPRING_TOTAL)
      await go(app, '总览')
      await app.dropFiles([{ name: '坏的.CAIYONG', mimeType: '', buffer: buffer.subarray(0, 300) }])
      await app.part('project-refused').waitFor()
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })
})

describe('two tabs', () => {
  test('follow each other, and where both changed, both can be kept', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      const other = await app.anotherTab()
      await other.keeps('saved')
      await importAll(app, [SUMMER])
      await app.keeps('saved')
      await other.page.getByText('这里已换成最新的').waitFor()
      expect(await total(other)).toEqual(BOTH_TOTAL)
      // A drop that waits for its answer keeps a tab from following; accepting it then meets what the other tab saved.
      await other.choose([
        {
          ...SUMMER,
          name: '再来一份.csv',
          buffer: Buffer.concat([SUMMER.buffer, Buffer.from('东岭乡,另一条,2024-09-01,\n')]),
        },
      ])
      await other.part('import-accept').waitFor()
      const before = await app.savedRevision()
      await app.part('undo').click()
      // Whoever saves second meets what the first one saved.
      await app.savedAfter(before)
      await other.part('import-accept').click()
      await other.page.locator('[data-testid=storage-notice][data-reason=conflict]').waitFor()
      await other.page.getByRole('button', { name: '我的另存为副本' }).click()
      await other.keeps('saved')
      expect(await total(app)).toEqual(SPRING_TOTAL)
      await projects(other)
      await expect.poll(() => other.part('projects').getByRole('row').count()).toBe(3)
    })
  })
})

describe('faults', () => {
  test('a full disk is told, nothing is lost, and when there is room again everything is saved', async () => {
    const origin = new URL(inject('appUrl')).origin
    let devtools: CDPSession | undefined
    // Before the first byte is stored: later the browser goes on with the room that it once found.
    const prepare = async (context: BrowserContext): Promise<void> => {
      devtools = await context.newCDPSession(await context.newPage())
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 })
    }
    await withApp(
      async (app) => {
        await importAll(app, [SPRING])
        await app.keeps('saved')
        await importAll(app, [LARGE])
        await app.page.locator('[data-testid=storage-notice][data-reason=full]').waitFor()
        expect(await app.part('save-state').innerText()).toContain('未保存：磁盘已满')
        const all = await total(app)
        expect(all.submitted).toBe(SPRING_TOTAL.submitted + LARGE_ITEMS)
        // What was saved before is whole.
        const other = await app.anotherTab()
        await other.keeps('saved')
        expect(await total(other)).toEqual(SPRING_TOTAL)
        await other.page.close()
        await devtools!.send('Storage.overrideQuotaForOrigin', { origin })
        await app.page.getByRole('button', { name: '再试一次' }).click()
        await app.keeps('saved')
        await reload(app)
        expect(await total(app)).toEqual(all)
      },
      { prepare },
    )
  })

  test('without IndexedDB the app works in memory and says so', async () => {
    await withApp(
      async (app) => {
        await app.page.locator('[data-testid=storage-notice][data-reason=missing]').waitFor()
        await importAll(app, [SPRING])
        expect(await total(app)).toEqual(SPRING_TOTAL)
        await go(app, '总览')
        await app.part('storage-notice').getByRole('button', { name: '存成项目文件' }).waitFor()
      },
      { prepare: inWorker("Object.defineProperty(self, 'indexedDB', { value: undefined })") },
    )
  })

  test('a damaged project is told and kept as it is, its raw content can be taken away, and the others open', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      await spoilPieces(app)
      await reload(app, 'unsaved')
      await app.page.locator('[data-testid=storage-notice][data-reason=damaged]').waitFor()
      await importAll(app, [SUMMER])
      await app.keeps('saved')
      expect(await total(app)).toEqual(SUMMER_TOTAL)
      await projects(app)
      await app.part('projects').getByText('打不开').waitFor()
      const [download] = await Promise.all([
        app.page.waitForEvent('download'),
        app.part('projects').getByRole('button', { name: '下载原始内容' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/原始内容\.zip$/)
      await reload(app)
      expect(await total(app)).toEqual(SUMMER_TOTAL)
    })
  })

  test('a newer app in another tab: this one stops saving and says why', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      await app.page.evaluate(
        (name) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open(name, 99)
            opening.onerror = () => reject(opening.error!)
            opening.onsuccess = () => {
              opening.result.close()
              resolve()
            }
          }),
        DATABASE,
      )
      await app.page.locator('[data-testid=storage-notice][data-reason=newer]').waitFor()
      await importAll(app, [SUMMER])
      await app.keeps('unsaved')
      expect(await total(app)).toEqual(BOTH_TOTAL)
      // Opened anew, this older app leaves the newer store alone.
      await app.page.evaluate(() =>
        window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true),
      )
      await reload(app, 'unsaved')
      await app.page.locator('[data-testid=storage-notice][data-reason=newer]').waitFor()
    })
  })
})

describe('zones and clocks', () => {
  test('give the same numbers', async () => {
    const answers: unknown[] = []
    const places = [
      ['Asia/Shanghai', '2024-12-31T23:59:00'],
      ['UTC', '2024-02-29T12:00:00'],
      ['America/New_York', '2024-12-31T23:59:00'],
      ['Asia/Kolkata', '2024-02-29T00:01:00'],
      ['Pacific/Kiritimati', '2024-12-31T23:59:00'],
    ] as const
    for (const [timezoneId, clock] of places)
      await withApp(
        async (app) => {
          await importAll(app, [SPRING])
          await app.keeps('saved')
          await reload(app)
          answers.push({ ...(await measures(app)), generatedOn: '' })
        },
        { timezoneId, prepare: async (context) => context.clock.setFixedTime(clock) },
      )
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(answers).toHaveLength(places.length)
  }, 120_000)
})
