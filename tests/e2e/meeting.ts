import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { App } from './helpers'
import { go } from './steps'

/** A busy office PC takes its time; nothing here measures how long. */
export const PATIENT = { timeout: 15_000 }

/** Makes the half-year deck and waits until all its numbers are there. */
export async function makeDeck(app: App): Promise<void> {
  await go(app, '汇报')
  await app.part('deck-halfYear').click()
  await app.page.locator('[data-testid=room-test]:enabled').waitFor()
}

export async function startShow(app: App): Promise<void> {
  await app.part('deck-start').click()
  // Until it shows a page its keys turn nothing.
  await app.page.locator('[data-testid=show][data-page]').waitFor()
}

export async function pageOf(page: Page): Promise<number> {
  return Number(await page.locator('[data-page]').getAttribute('data-page'))
}

export async function atPage(app: App, page: number): Promise<void> {
  await expect.poll(() => pageOf(app.page), PATIENT).toBe(page)
}

/** All words of the slide that is shown, once its picture is drawn and they stand still. */
export async function words(app: App): Promise<string> {
  return app.page.locator('.show .show__stage').evaluate(async (stage) => {
    for (let last: string | null = null; ;) {
      const now = stage.textContent ?? ''
      const drawn = [...stage.querySelectorAll('.slide-chart')].every((chart) => chart.querySelector('svg text'))
      if (drawn && now === last) return now
      last = now
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })
}

/** Waits until the slide that is shown says this: its numbers may be on their way. */
export async function says(app: App, text: string): Promise<void> {
  await expect.poll(() => words(app), PATIENT).toContain(text)
}
