import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { MEETING } from './deckLedger'
import type { App } from './helpers'
import { atPage, makeDeck, pageOf, PATIENT, startShow, words } from './meeting'
import { go, importAll } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

async function toPage(app: App, page: number): Promise<void> {
  await app.page.keyboard.press('g')
  await app.part('go-to').fill(String(page))
  await app.page.keyboard.press('Enter')
  await atPage(app, page)
}

/** What is drawn on the slide that a window shows: every point as a share of the slide, rounded so that two windows agree. */
function drawn(page: Page): Promise<string[]> {
  return page
    .getByTestId('pen-layer')
    .first()
    .evaluate((layer) => {
      const { width, height } = (layer as unknown as SVGSVGElement).viewBox.baseVal
      return [...layer.querySelectorAll('path')].map((path) =>
        (path.getAttribute('d') ?? '')
          .slice(1)
          .split('L')
          .map((at) => at.split(' ').map(Number))
          .map(([x, y]) => `${(x! / width).toFixed(2)} ${(y! / height).toFixed(2)}`)
          .join(','),
      )
    })
}

/** Draws across a part of the slide, by shares of it. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = (await page.getByTestId('pen-layer').first().boundingBox())!
  const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + x * box.width, box.y + y * box.height]
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(to), { steps: 5 })
  await page.mouse.up()
}

describe('the pen', () => {
  test('draws in both windows at once, survives F5, belongs to its step, and is wiped in both', async () => {
    await withApp(
      async (app) => {
        await importAll(app, [MEETING])
        await makeDeck(app)
        await startShow(app)
        await app.page.keyboard.press('ArrowRight')
        await atPage(app, 2)
        const [speaker] = await Promise.all([app.page.context().waitForEvent('page'), app.page.keyboard.press('s')])
        await speaker.getByTestId('speaker-page').waitFor()
        await app.page.keyboard.press('p')
        await drag(app.page, [0.25, 0.25], [0.75, 0.5])
        // A press of the pen turns no page.
        await atPage(app, 2)
        // To its end: the pen is lifted before its last points are drawn.
        await expect
          .poll(() => drawn(app.page), PATIENT)
          .toEqual([expect.stringMatching(/^0\.25 0\.25,.*0\.75 0\.50$/)])
        const [line] = await drawn(app.page)
        // The audience has 4:3, the presenter 16:9: the line runs over the same part of the slide.
        await expect.poll(() => drawn(speaker), PATIENT).toEqual([line])

        await speaker.keyboard.press('p')
        await drag(speaker, [0.5, 0.25], [0.5, 0.75])
        await expect.poll(() => drawn(speaker), PATIENT).toContainEqual(expect.stringMatching(/0\.50 0\.75$/))
        const both = await drawn(speaker)
        expect(both).toHaveLength(2)
        await expect.poll(async () => (await drawn(app.page)).sort(), PATIENT).toEqual([...both].sort())

        await app.page.reload()
        await app.part('show').waitFor()
        await expect.poll(async () => (await drawn(app.page)).sort(), PATIENT).toEqual([...both].sort())
        await speaker.reload()
        await speaker.getByTestId('speaker-page').waitFor()
        await expect.poll(async () => (await drawn(speaker)).sort(), PATIENT).toEqual([...both].sort())

        await app.page.keyboard.press('ArrowRight')
        await atPage(app, 3)
        await expect.poll(() => drawn(app.page), PATIENT).toEqual([])
        await app.page.keyboard.press('e')
        await app.page.keyboard.press('ArrowLeft')
        await atPage(app, 2)
        await expect.poll(() => drawn(app.page), PATIENT).toHaveLength(2)

        await speaker.keyboard.press('e')
        for (const page of [app.page, speaker]) await expect.poll(() => drawn(page), PATIENT).toEqual([])
        await app.page.reload()
        await app.part('show').waitFor()
        expect(await drawn(app.page)).toEqual([])
        await speaker.close()
      },
      { viewport: { width: 1024, height: 768 } },
    )
  }, 120_000)

  test('leaves nothing behind: neither in the project nor in the next show', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await startShow(app)
      await app.page.keyboard.press('p')
      await drag(app.page, [0.2, 0.2], [0.6, 0.6])
      await expect.poll(() => drawn(app.page), PATIENT).toHaveLength(1)
      await app.page.keyboard.press('Escape')
      await app.page.keyboard.press('Escape')
      await app.part('deck-start').waitFor()
      await startShow(app)
      expect(await drawn(app.page)).toEqual([])
      await app.page.keyboard.press('Escape')
      await app.part('deck-start').waitFor()
      expect(await app.page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain('show')
      // No step of undo: the last one made the deck.
      expect(await app.part('undo').getAttribute('title')).toContain('新建汇报')
    })
  })
})

describe('a show that was cut short', () => {
  test('opens from its address alone, at the step where it stood, with numbers of its own', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.keeps('saved')
      await startShow(app)
      await toPage(app, 4)
      const shown = await words(app)
      // Nothing of the tab is left, as after a power cut; what is stored is.
      const later = await app.anotherTab()
      await app.page.close()
      await later.part('show').waitFor()
      await atPage(later, 4)
      await expect.poll(() => words(later), PATIENT).toBe(shown)
      await later.page.keyboard.press('ArrowRight')
      await atPage(later, 5)
      await later.page.keyboard.press('/')
      await later.part('unit-search').fill('石桥镇')
      await later.page.keyboard.press('Enter')
      await later.part('slide-card').waitFor()
      await later.assertClean()
      // The first page is gone: only the second is looked at in the end.
      Object.assign(app, { page: later.page })
    })
  })

  test('goes on with one press, wherever the app opens; whoever left it, or declines, is not asked', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.keeps('saved')
      await startShow(app)
      await toPage(app, 6)
      await app.page.evaluate(() => {
        sessionStorage.clear()
        location.hash = '#/overview'
      })
      await app.page.reload()
      const resume = app.part('show-resume')
      await resume.waitFor()
      expect(await resume.innerText()).toBe('继续放映第 6 页')
      await resume.click()
      await app.part('show').waitFor()
      await atPage(app, 6)
      await expect.poll(() => app.page.evaluate(() => document.fullscreenElement !== null), PATIENT).toBe(true)
      await app.page.keyboard.press('Escape')
      await app.part('deck-start').waitFor()
      await go(app, '总览')
      await app.part('overview-figures').waitFor()
      expect(await resume.count()).toBe(0)

      await go(app, '汇报')
      await app.part('deck-resume').click()
      await atPage(app, 6)
      await app.page.evaluate(() => {
        sessionStorage.clear()
        location.hash = '#/overview'
      })
      await app.page.reload()
      await resume.waitFor()
      await app.page.getByRole('button', { name: '不用了' }).click()
      await resume.waitFor({ state: 'detached' })
      await app.page.reload()
      await app.part('overview-figures').waitFor()
      expect(await resume.count()).toBe(0)
    })
  }, 120_000)

  test('is not offered in a second tab while it runs', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.keeps('saved')
      const other = await app.anotherTab()
      await startShow(app)
      await toPage(app, 3)
      await go(other, '总览')
      await other.part('overview-figures').waitFor()
      await other.page.reload()
      await other.part('overview-figures').waitFor()
      await other.page.waitForTimeout(2000)
      expect(await other.part('show-resume').count()).toBe(0)
      await app.page.evaluate(() => {
        sessionStorage.clear()
        location.hash = '#/overview'
      })
      await app.part('show-resume').waitFor()
      await other.page.reload()
      await other.part('show-resume').waitFor()
    })
  })

  test('without a deck in the project its address says so', async () => {
    await withApp(async (app) => {
      await app.enter('#/present/show')
      await app.page.getByText('没有可放映的汇报').waitFor()
      await app.page.getByRole('link', { name: '去汇报页' }).click()
      await app.page.getByText('先打开台账，再做汇报').waitFor()
    })
  })
})

describe('the screen', () => {
  test('is filled by the press that starts the show, Escape is asked for, it stays awake, and all is given back', async () => {
    await withApp(
      async (app) => {
        const calls = (): Promise<string[]> => app.page.evaluate(() => window.screenCalls)
        const full = (): Promise<boolean> => app.page.evaluate(() => document.fullscreenElement !== null)
        await importAll(app, [MEETING])
        await makeDeck(app)
        expect(await calls()).toEqual([])
        await startShow(app)
        await expect.poll(full, PATIENT).toBe(true)
        await expect.poll(calls, PATIENT).toEqual(expect.arrayContaining(['lock Escape', 'awake screen']))
        await app.page.keyboard.press('f')
        await expect.poll(full, PATIENT).toBe(false)
        await expect.poll(async () => (await calls()).at(-1), PATIENT).toBe('unlock')
        await app.page.keyboard.press('f')
        await expect.poll(full, PATIENT).toBe(true)
        await expect.poll(async () => (await calls()).at(-1), PATIENT).toBe('lock Escape')
        // Escape closes what lies over the slide, and only then leaves: the screen stays filled meanwhile.
        await app.page.keyboard.press('o')
        await app.page.locator('.slide-grid').waitFor()
        await app.page.keyboard.press('Escape')
        await app.page.locator('.slide-grid').waitFor({ state: 'detached' })
        expect(await full()).toBe(true)
        await app.page.keyboard.press('Escape')
        await app.part('deck-start').waitFor()
        await expect.poll(full, PATIENT).toBe(false)
        // Nothing keeps the screen awake once the show is over.
        await expect.poll(calls, PATIENT).toContain('released')
      },
      {
        prepare: async (context) => {
          await context.addInitScript(() => {
            const noted: string[] = (window.screenCalls = [])
            const { keyboard, wakeLock } = navigator as unknown as {
              keyboard: { lock(keys: string[]): Promise<void>; unlock(): void }
              wakeLock: { request(kind: string): Promise<EventTarget> }
            }
            // The blank page before the app is no secure context.
            if (!isSecureContext) return
            const lock = keyboard.lock.bind(keyboard)
            const unlock = keyboard.unlock.bind(keyboard)
            keyboard.lock = (keys) => {
              noted.push(`lock ${keys.join()}`)
              return lock(keys)
            }
            keyboard.unlock = () => {
              if (noted.length > 0) noted.push('unlock')
              unlock()
            }
            // A browser without a screen keeps none awake: it is enough that the show asks, and gives back what it got.
            wakeLock.request = (kind) => {
              noted.push(`awake ${kind}`)
              const release = (): Promise<void> => Promise.resolve(void noted.push('released'))
              return Promise.resolve(Object.assign(new EventTarget(), { released: false, release }))
            }
          })
        },
      },
    )
  })

  test('is turned by fingers: a swipe, a press on either side; the pen draws by touch and turns nothing', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await startShow(app)
      const devtools = await app.page.context().newCDPSession(app.page)
      await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
      const touch = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
        const points = Array.from({ length: 6 }, (_, i) => ({
          x: from[0] + ((to[0] - from[0]) * i) / 5,
          y: from[1] + ((to[1] - from[1]) * i) / 5,
        }))
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [points[0]!] })
        for (const point of points.slice(1))
          await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
        // What a finger did is done before the next one.
        await app.page.waitForTimeout(100)
      }
      const { width, height } = app.page.viewportSize()!
      const middle = height / 2
      await touch([width * 0.8, middle], [width * 0.4, middle + 20])
      await atPage(app, 2)
      await touch([width * 0.7, middle], [width * 0.7, middle])
      await atPage(app, 3)
      await touch([width * 0.3, middle], [width * 0.7, middle])
      await atPage(app, 2)
      await touch([width * 0.1, middle], [width * 0.1, middle])
      await atPage(app, 1)
      // Up and down is neither.
      await touch([width * 0.6, height * 0.7], [width * 0.6, height * 0.3])
      expect(await pageOf(app.page)).toBe(1)

      await app.page.keyboard.press('p')
      await touch([width * 0.8, middle], [width * 0.4, middle])
      await expect.poll(() => drawn(app.page), PATIENT).toHaveLength(1)
      await expect.poll(async () => (await drawn(app.page))[0]!.split(',').length, PATIENT).toBeGreaterThanOrEqual(5)
      expect(await pageOf(app.page)).toBe(1)
      await app.page.keyboard.press('p')
      await touch([width * 0.8, middle], [width * 0.4, middle])
      await atPage(app, 2)
    })
  })
})

declare global {
  interface Window {
    /** What the page asked of the screen and the keyboard, in order. */
    screenCalls: string[]
  }
}
