import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../browser/bundledBrowser.mjs'
import { App, type OpenOptions } from './helpers'

/** Opens the app, runs the steps, and asserts that the page stayed clean. */
export type WithApp = (steps: (app: App) => Promise<void>, options?: OpenOptions) => Promise<void>

/**
 * One browser for the tests of a file.
 *
 * @param flags of the browser, beside the usual ones
 * @returns the browser, once a test runs, and a way to use the app in a fresh context that is always closed
 */
export function useBrowser(flags: readonly string[] = []): { browser: () => Browser; withApp: WithApp } {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchBrowser(flags)
  })
  afterAll(async () => {
    await browser?.close()
  })
  const running = (): Browser => {
    if (!browser) throw new Error('The browser runs only while tests run.')
    return browser
  }
  return {
    browser: running,
    withApp: async (steps, options) => {
      const app = await App.open(running(), options)
      try {
        await steps(app)
        await app.assertClean()
      } catch (error) {
        // A page that never got ready says why in its problems, the timeout only says that it waited.
        const problems = app.problemsSoFar()
        if (error instanceof Error && problems.length > 0) error.message += `\nProblems: ${problems.join('\n')}`
        throw error
      } finally {
        await app.close()
      }
    },
  }
}
