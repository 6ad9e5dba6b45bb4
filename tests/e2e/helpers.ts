import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { expect, inject } from 'vitest'
import { ROOMS } from '../../src/rooms'
import { openRecordedPage } from './problems'

/** A file made in memory. */
export interface FilePayload {
  name: string
  mimeType: string
  buffer: Buffer
}

/** What can be given to the file input: paths, or files made in memory. */
export type Files = string[] | FilePayload[]

/** How an import ended. */
export type ImportEnd = 'done' | 'failed'

export interface OpenOptions {
  /** Defaults to the built app that the global setup serves. */
  url?: string
  viewport?: { width: number; height: number }
  timezoneId?: string
  /** Prepares the context before the page is opened. */
  prepare?: (context: BrowserContext) => Promise<void>
  /** Lets a service worker keep the app; without, no test waits for what another one keeps. */
  offline?: true
}

/** The app as a person uses it, in a browser context of its own: an empty workspace, nothing shared between tests. */
export class App {
  readonly page: Page
  private readonly context: BrowserContext
  private readonly problems: string[]
  /** Text seen since files were chosen: what is asked on one page may be gone on the next. */
  private seen: string[] = []

  private constructor(page: Page, context: BrowserContext, problems: string[]) {
    this.page = page
    this.context = context
    this.problems = problems
  }

  static async open(browser: Browser, options: OpenOptions = {}): Promise<App> {
    const url = options.url ?? inject('appUrl')
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: options.timezoneId ?? 'Asia/Shanghai',
      viewport: options.viewport ?? { width: 1366, height: 768 },
      acceptDownloads: true,
      serviceWorkers: options.offline ? 'allow' : 'block',
    })
    await options.prepare?.(context)
    const { page, problems } = await openRecordedPage(context, url)
    const app = new App(page, context, problems)
    await page.goto(url)
    return app
  }

  /** Another tab of the same browser: what is stored is shared, and so is what goes wrong. */
  async anotherTab(): Promise<App> {
    const page = await this.context.newPage()
    await page.goto(this.page.url())
    return new App(page, this.context, this.problems)
  }

  /** Waits until the bar says this of what is kept: saved, unsaved, empty. */
  async keeps(state: string): Promise<void> {
    await this.page.locator(`[data-testid=save-state][data-state=${state}]`).waitFor()
  }

  /** Which saving the bar tells of: it grows with every one. */
  async savedRevision(): Promise<number> {
    return Number(await this.part('save-state').getAttribute('data-revision'))
  }

  /** Waits until the bar tells of a saving after this one. */
  async savedAfter(revision: number): Promise<void> {
    await expect.poll(async () => (await this.savedRevision()) > revision, { timeout: 30_000, interval: 20 }).toBe(true)
    await this.keeps('saved')
  }

  part(testId: string): Locator {
    return this.page.getByTestId(testId)
  }

  /** Gives files to the one file input, as the file dialog does. */
  async choose(files: Files): Promise<void> {
    this.seen = []
    await this.part('file-input').setInputFiles(files)
  }

  /** Drops files on the window, as from the desktop. */
  async dropFiles(files: FilePayload[]): Promise<void> {
    this.seen = []
    const payload = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
    await this.page.evaluate((dropped) => {
      const transfer = new DataTransfer()
      for (const { name, mimeType, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type: mimeType }))
      }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true })
        document.body.dispatchEvent(event)
      }
    }, payload)
  }

  /** Waits until the import can be accepted, is done or has failed, and accepts what is proposed. */
  async accept(): Promise<ImportEnd> {
    const ask = this.part('import-accept')
    const done = this.part('import-done')
    const failed = this.part('import-failed')
    // «Attached», not «visible»: the contract says present, and a mark of success may have no size.
    await ask.or(done).or(failed).first().waitFor({ state: 'attached' })
    await this.look()
    if (await failed.count()) return 'failed'
    if (await ask.count()) {
      await ask.click()
      await done.waitFor({ state: 'attached' })
      await this.look()
    }
    return 'done'
  }

  /** What the page says where an import failed; empty when none did. */
  async failures(): Promise<string> {
    return (await this.part('import-failed').count()) ? this.look() : ''
  }

  /** Downloads measures.json and reads it. */
  async exportMeasures(): Promise<unknown> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.part('export-measures').first().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.json$/)
    return JSON.parse(await readFile(await download.path(), 'utf8')) as unknown
  }

  /** Visits every room that the page links to and looks at it. */
  async visitRooms(): Promise<void> {
    const links = await this.page
      .locator('a[href^="#/"]')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')))
    for (const link of new Set(links)) await this.enter(link ?? '')
  }

  /** Enters a room by its address and waits until it has come and stands still. */
  async enter(hash: string): Promise<void> {
    await this.page.evaluate((address) => {
      location.hash = address
    }, hash)
    const path = hash.slice(1).split('?')[0]!
    const inShell = ROOMS.some((room) => room.path === path)
    // The room before stands still too, until the code of the next one has come.
    await this.page.waitForFunction(
      ([wanted, among]) => {
        if (!among) return document.querySelector('.shell') === null
        const here = document.querySelector('nav a[aria-current=page]')?.getAttribute('href')
        return here?.split('?')[0] === `#${wanted}`
      },
      [path, inShell] as const,
    )
    await this.settle()
    await this.look()
  }

  /** Everything seen since files were chosen, the present page included. */
  async screen(): Promise<string> {
    await this.look()
    return this.seen.join('\n')
  }

  /** Fails when the page wrote an error, broke the policy, or asked anything of another origin. */
  async assertClean(): Promise<void> {
    // Reports travel from the browser: one round trip lets those already sent arrive.
    await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(this.problems, 'problems of the page').toEqual([])
  }

  /** Takes what a planted fault must have left in the console, so that assertClean complains of the rest only. */
  takePlanted(mark: string): void {
    const planted = this.problems.filter((problem) => problem.includes(mark))
    expect(planted, 'traces of the planted fault').not.toEqual([])
    this.problems.splice(0, this.problems.length, ...this.problems.filter((problem) => !planted.includes(problem)))
  }

  /** What assertClean would complain about; for tests of the harness itself. */
  problemsSoFar(): readonly string[] {
    return this.problems
  }

  async close(): Promise<void> {
    // What a planted fault still has on its way ends with the test.
    await this.context.unrouteAll({ behavior: 'ignoreErrors' })
    await this.context.close()
  }

  /** Reads the visible text, and the words that only hovering or a screen reader tells. */
  private async look(): Promise<string> {
    const text = await this.page.evaluate(() => {
      const told = [...document.querySelectorAll('[title],[aria-label]')].flatMap((element) => [
        element.getAttribute('title') ?? '',
        element.getAttribute('aria-label') ?? '',
      ])
      return [document.body.innerText, ...told].join('\n')
    })
    this.seen.push(text)
    return text
  }

  /** Waits until the page's content has stood still for a while: rooms are loaded on demand and compute in workers. */
  private async settle(): Promise<void> {
    await this.page.evaluate(async (framesOfRest) => {
      let last = ''
      for (let still = 0; still < framesOfRest; still++) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const now = document.body.innerHTML
        if (now !== last) still = 0
        last = now
      }
    }, 15)
  }
}
