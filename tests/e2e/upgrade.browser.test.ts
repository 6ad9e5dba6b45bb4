import { describe, expect, test } from 'vitest'
import { DATABASE } from '../../src/storage/database'
import type { App } from './helpers'
import { alterWorker } from './inWorker'
import { importAll, SPRING, SPRING_TOTAL, SUMMER, SUMMER_TOTAL, total } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

/** The app of tomorrow: the same one, with a store of the next version. */
function nextVersion(text: string): string {
  const next = text.replace(/([`"']caiyong-projects[`"'],)1,/, '$12,')
  if (next === text) throw new Error('The version of the store was not found in the worker.')
  return next
}

/** Holds the store open and ignores whoever asks for it, as a tab does that hangs. */
async function holdStore(app: App): Promise<void> {
  await app.page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error!)
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result })
          resolve()
        }
      }),
    DATABASE,
  )
}

describe('a newer app', () => {
  test('opens what the older one kept, while the older one lets go, says so, and leaves the store alone from then on', async () => {
    await withApp(
      async (old) => {
        await importAll(old, [SPRING])
        await old.keeps('saved')
        const next = await old.anotherTab()
        await next.keeps('saved')
        expect(await total(next)).toEqual(SPRING_TOTAL)
        await old.page.locator('[data-testid=storage-notice][data-reason=newer]').waitFor()
        expect(await total(old)).toEqual(SPRING_TOTAL)
        await importAll(next, [SUMMER])
        await next.keeps('saved')
        expect(await total(old)).toEqual(SPRING_TOTAL)
        // Its work can still be taken away as a file.
        const [download] = await Promise.all([
          old.page.waitForEvent('download'),
          old.page
            .getByRole('link', { name: '项目', exact: true })
            .click()
            .then(() => old.part('project-save-file').click()),
        ])
        expect(download.suggestedFilename()).toMatch(/\.caiyong$/)
      },
      { prepare: alterWorker(nextVersion, { from: 2 }) },
    )
  })

  test('that an old tab does not let in says so and works in memory; when that tab is closed, everything is saved and there', async () => {
    await withApp(
      async (old) => {
        await importAll(old, [SPRING])
        await old.keeps('saved')
        await holdStore(old)
        const next = await old.anotherTab()
        await next.page.locator('[data-testid=storage-notice][data-reason=blocked]').waitFor()
        await importAll(next, [SUMMER])
        expect(await total(next)).toEqual(SUMMER_TOTAL)
        await next.keeps('unsaved')
        expect(await next.page.getByRole('button', { name: '再试一次' }).count()).toBe(0)
        // Whoever leaves the page lets go at last; nobody has to press anything then.
        await old.page.goto('about:blank')
        await next.keeps('saved')
        expect(await total(next)).toEqual(SUMMER_TOTAL)
        await next.page.getByRole('link', { name: '项目', exact: true }).click()
        // Under a header.
        await expect.poll(() => next.part('projects').getByRole('row').count()).toBe(3)
      },
      { prepare: alterWorker(nextVersion, { from: 2 }) },
    )
  })

  test('that waits with nothing to save opens the last project by itself', async () => {
    await withApp(
      async (old) => {
        await importAll(old, [SPRING])
        await old.keeps('saved')
        await holdStore(old)
        const next = await old.anotherTab()
        await next.page.locator('[data-testid=storage-notice][data-reason=blocked]').waitFor()
        await old.page.goto('about:blank')
        await next.keeps('saved')
        expect(await total(next)).toEqual(SPRING_TOTAL)
      },
      { prepare: alterWorker(nextVersion, { from: 2 }) },
    )
  })
})
