import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, launchKernel } from '../browser/bundledBrowser.mjs'
import { App } from './helpers'
import { caughtMeasures, dropGbk, reopen, walkRooms } from './walk'

const KERNELS = [
  [147, launchBrowser],
  [109, () => launchKernel(109)],
  [86, () => launchKernel(86)],
] as const

/** What the first kernel found on the hosted app; the others have to find the same. */
let found: unknown

describe.each(KERNELS)('Chromium %i', (_kernel, launch) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  test.each(['appUrl', 'singleUrl'] as const)(
    'imports, counts, draws and keeps as the others do: %s',
    async (place) => {
      const app = await App.open(browser, { url: inject(place) })
      try {
        await dropGbk(app)
        const now = [await caughtMeasures(app), await walkRooms(app)] as const
        await reopen(app)
        expect(await caughtMeasures(app), 'what was kept').toEqual(now[0])
        await app.assertClean()
        found ??= now
        expect(now).toEqual(found)
        expect(Object.values(now[1]).flat().length).toBeGreaterThanOrEqual(10)
      } catch (error) {
        if (error instanceof Error) error.message += `\nProblems: ${app.problemsSoFar().join('\n')}`
        throw error
      } finally {
        await app.close()
      }
    },
  )
})
