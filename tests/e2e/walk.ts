import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import { ROOMS } from '../../src/rooms'
import type { App } from './helpers'
import { fileOf, ledgerPath } from './steps'

// Old kernels lack what a locator asks of an element before it is used, and end no download under automation: here everything is
// done by scripts in the page.

/** Two years in GBK: enough for every chart. */
const GBK = fileOf(ledgerPath('items-gbk-csv', '2023-2024信息台账.csv'))

const PATIENCE = { timeout: 30_000 }

/** Drops the ledger on the window, accepts what is proposed, and waits for the figures. */
export async function dropGbk(app: App): Promise<void> {
  const { page } = app
  await page.waitForFunction(() => document.querySelector('[data-testid=file-input]'), null, PATIENCE)
  await app.dropFiles([GBK])
  const accept = await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-testid=import-accept]:not(:disabled)'),
    null,
    PATIENCE,
  )
  await accept.evaluate((button) => button?.click())
  // The app goes on to the overview by itself; a room entered before would be left again.
  const parts = ['import-done', 'overview-figures']
  const shown = (all: string[]): boolean => all.every((part) => document.querySelector(`[data-testid=${part}]`))
  await page.waitForFunction(shown, parts, PATIENCE)
}

/** Waits until the project is on the disk, opens the page anew, and waits for the project. */
export async function reopen({ page }: App): Promise<void> {
  const saved = (): boolean => document.querySelector('[data-testid=save-state][data-state=saved]') !== null
  await page.waitForFunction(saved, null, PATIENCE)
  await page.reload()
  await page.waitForFunction(saved, null, PATIENCE)
}

/** measures.json as the page made it, caught where it is handed to the browser. */
export async function caughtMeasures(app: App): Promise<MeasuresJson> {
  const text = await app.page.evaluate(async () => {
    const own = URL.createObjectURL.bind(URL)
    const made = await new Promise<Blob>((resolve) => {
      URL.createObjectURL = (blob: Blob) => {
        resolve(blob)
        return own(blob)
      }
      document.querySelector<HTMLElement>('[data-testid=export-measures]')?.click()
    })
    URL.createObjectURL = own
    return made.text()
  })
  return JSON.parse(text) as MeasuresJson
}

/** Walks every room and asserts that each chart met there has ink; returns the labels of the charts, room by room. */
export async function walkRooms(app: App): Promise<Record<string, string[]>> {
  const walked: Record<string, string[]> = {}
  for (const { name, path } of ROOMS) {
    await app.page.evaluate((hash) => (location.hash = hash), `#${path}`)
    const headed = await app.page.evaluate(stillRoom, path)
    expect(headed, `${name} shows something`).toBe(true)
    walked[name] = await chartsWithInk(app.page)
  }
  return walked
}

/** Runs in the page: resolves when the room at a path has come and stood still for a while, to whether it has a heading. */
async function stillRoom(path: string): Promise<boolean> {
  let last = ''
  for (let still = 0; still < 10; still++) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    // The room before stands until the code of the next one has come; a chart's place is empty until its library has.
    const room = document.querySelector('nav a[aria-current=page]')?.getAttribute('href')?.split('?')[0]
    const busy =
      room !== `#${path}` ||
      document.querySelector('main [aria-busy=true], main [role=progressbar], main .chart-panel__chart:empty') !== null
    const now = `${location.hash} ${document.querySelectorAll('main *').length}`
    if (busy || now !== last) still = 0
    last = now
  }
  return document.querySelector('main h1, main h2') !== null
}

async function chartsWithInk(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => document.querySelectorAll('.base-chart').length)
  const labels: string[] = []
  for (let at = 0; at < count; at++) {
    let label = ''
    // Charts are drawn one by one, those out of sight when they are scrolled to.
    await expect
      .poll(
        async () => {
          const chart = await page.evaluate(inkOfChart, at)
          label = chart.label
          return chart.ink
        },
        { message: `ink of ${label || `chart ${at}`}`, timeout: 20_000 },
      )
      .toBeGreaterThan(100)
    labels.push(label)
  }
  return labels
}

/** Runs in the page: scrolls to a chart and counts the pixels that differ from the first one of its canvas. */
function inkOfChart(at: number): { label: string; ink: number } {
  const chart = document.querySelectorAll('.base-chart')[at]
  chart?.scrollIntoView()
  let ink = 0
  for (const canvas of chart?.querySelectorAll('canvas') ?? []) {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    const pixels = new Uint32Array(data.buffer)
    for (const pixel of pixels) if (pixel !== pixels[0]) ink++
  }
  return { label: chart?.getAttribute('aria-label') ?? '', ink }
}
