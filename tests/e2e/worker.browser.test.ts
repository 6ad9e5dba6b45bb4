import fc from 'fast-check'
import type { BrowserContext } from 'playwright'
import { describe, expect, test } from 'vitest'
import { reportCounts } from '../helpers/faultCounts'
import type { App } from './helpers'
import { inWorker } from './inWorker'
import { go, importAll, measures, SPRING, SPRING_TOTAL, SUMMER, SUMMER_TOTAL, textFile, total } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const KILLS = Math.ceil(Number(process.env['CAIYONG_KILLS'] ?? 8) / 2)
const SEED = Number(process.env['CAIYONG_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Beats of a page until a worker that answers nothing is called silent, and one more. */
const BEATS = 6
const BEAT_MS = 5_000

/** Does something in the worker when a method is called, before the method sees it. */
const at = (method: string, fault: string): string =>
  `addEventListener('message', ({ data }) => { if (data?.path?.[0] === '${method}') { ${fault} } })`
const HANG = 'for (;;) {}'
const END = 'close()'

/** Lets the page's own timers pass as if minutes went by; the workers are not touched. */
async function pass(app: App): Promise<void> {
  for (let beat = 0; beat < BEATS; beat++) {
    await app.page.clock.fastForward(BEAT_MS)
    // Whoever can answer has the time to.
    await app.page.waitForTimeout(60)
  }
}

async function drop(app: App): Promise<void> {
  await app.choose([SUMMER])
  await app.part('import-accept').waitFor()
}

describe('a workspace worker that', () => {
  for (const [what, fault] of [
    ['hangs', HANG],
    ['is killed without a word', END],
  ] as const)
    test(`${what} in the middle of an import is noticed; the app goes on from what was saved`, async () => {
      await withApp(
        async (app) => {
          await importAll(app, [SPRING])
          await app.keeps('saved')
          await app.page.clock.install()
          await app.page.reload()
          await app.keeps('saved')
          // The fault waits for the second file, since the first has to be in.
          await drop(app)
          await app.part('import-accept').click()
          await pass(app)
          const notice = app.part('worker-notice')
          await notice.waitFor()
          expect(await notice.getAttribute('data-life')).toBe('silent')
          expect(await notice.innerText()).toMatch(/重新启动会回到.*保存的内容/)
          expect(await app.part('worker-restart-without').count()).toBe(0)
          await app.part('worker-restart').click()
          await app.part('worker-restarted').waitFor()
          await app.keeps('saved')
          await notice.waitFor({ state: 'detached' })
          expect(await total(app)).toEqual(SPRING_TOTAL)
          await go(app, '总览')
          await app.part('overview-figures').waitFor()
          await go(app, '数据')
          await importAll(app, [SUMMER])
          const { submitted } = await total(app)
          expect(submitted).toBe(SPRING_TOTAL.submitted + SUMMER_TOTAL.submitted)
        },
        {
          // The first worker is of the first page and takes the first file; what comes after the second one works.
          prepare: inWorker(at('accept', fault), { from: 2, to: 2 }),
        },
      )
    })

  test('computes long and then answers: the notice goes by itself and nothing is lost', async () => {
    await withApp(
      async (app) => {
        await app.page.clock.install()
        await app.page.reload()
        await drop(app)
        await app.part('import-accept').click()
        await pass(app)
        await app.part('worker-notice').waitFor()
        await app.part('import-done').waitFor({ state: 'attached' })
        await app.part('worker-notice').waitFor({ state: 'detached' })
        expect(await total(app)).toEqual(SUMMER_TOTAL)
      },
      { prepare: inWorker(at('accept', 'const end = Date.now() + 4000; while (Date.now() < end) {}')) },
    )
  })

  test('fails to load is noticed at once, and a restart loads it', async () => {
    await withApp(
      async (app) => {
        const notice = app.part('worker-notice')
        await notice.waitFor()
        expect(await notice.getAttribute('data-life')).toBe('dead')
        await app.part('worker-restart').click()
        // Nothing was kept, and nothing else is claimed.
        expect(await app.part('worker-restarted').innerText()).toContain('没有保存过')
        await importAll(app, [SPRING])
        expect(await total(app)).toEqual(SPRING_TOTAL)
        app.takePlanted('planted')
      },
      { prepare: inWorker(`throw new Error('planted')`, { to: 1 }) },
    )
  })

  test('does not survive the project that was open last: the app opens without it, and the project is there', async () => {
    await withApp(
      async (app) => {
        await app.page.clock.install()
        await importAll(app, [SPRING])
        await app.keeps('saved')
        const before = await measures(app)
        await app.page.reload()
        await pass(app)
        await app.part('worker-restart-without').click()
        await app.part('worker-restarted').waitFor()
        await app.keeps('empty')
        await app.page.getByRole('link', { name: '项目', exact: true }).click()
        // Nothing went wrong with a project.
        expect(await app.part('project-refused').count()).toBe(0)
        const row = app.part('projects').getByRole('row').nth(1)
        await row.getByRole('button', { name: /^打开/ }).click()
        await app.keeps('saved')
        expect(await measures(app)).toEqual(before)
      },
      {
        // It answers nothing from its start on, as a project that hangs its reader would make it.
        prepare: inWorker(at('start', HANG), { from: 2, to: 2 }),
      },
    )
  })
})

describe('a reader that', () => {
  for (const [what, fault] of [
    ['hangs', HANG],
    ['is killed without a word', END],
  ] as const)
    test(`${what} says so, is cancelled, and changes nothing`, async () => {
      await withApp(
        async (app) => {
          await app.page.clock.install()
          await app.page.reload()
          await app.choose([textFile('慢.csv', '单位,标题,报送日期,采用载体', '东岭乡,标题,2024-01-05,')])
          await pass(app)
          await app.page.getByText('有一会儿没有动静').waitFor()
          // The workspace answers, perhaps a little late on a busy PC.
          await app.part('worker-notice').waitFor({ state: 'detached' })
          await app.page.getByRole('button', { name: '取消' }).click()
          await importAll(app, [SPRING])
          expect(await total(app)).toEqual(SPRING_TOTAL)
        },
        { prepare: inWorker(at('read', fault), { worker: 'read', to: 1 }) },
      )
    })
})

/** Keeps the workers of a page at hand, so that one can be ended in the middle of whatever it does. */
async function rememberWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const started: Worker[] = []
    Object.assign(window, { started })
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        if (String(url).includes('workspace')) started.push(this)
      }
    }
  })
}

describe('a workspace worker that is ended', () => {
  test(
    `at ${KILLS} random moments (seed ${SEED}) loses nothing that was said to be saved`,
    async () => {
      const waits = fc.sample(fc.nat(160), { numRuns: KILLS, seed: SEED })
      const counts = { runs: 0, before: 0, after: 0, losses: 0 }
      await withApp(
        async (app) => {
          await app.page.clock.install()
          await app.page.reload()
          let sure = 0
          for (const [run, wait] of waits.entries()) {
            const rows = 300 + run
            const revision = await app.savedRevision()
            await app.choose([
              textFile(
                `第${run}批.csv`,
                '单位,标题,报送日期,采用载体',
                ...Array.from({ length: rows }, (_, i) => `东岭乡,第${run}批第${i}条,2024-0${1 + (run % 9)}-05,`),
              ),
            ])
            await app.part('import-accept').click()
            await app.page.waitForTimeout(wait)
            const promised = await app.page.evaluate((known) => {
              const { started } = window as unknown as { started: Worker[] }
              started[started.length - 1]!.terminate()
              const state = document.querySelector('[data-testid=save-state]')!
              return Number(state.getAttribute('data-revision')) > known
            }, revision)
            // Whatever was asked last is answered by nobody.
            await app.part('export-measures').click()
            await pass(app)
            await app.part('worker-restart').click()
            await app.part('worker-restarted').waitFor()
            await app.page.locator('[data-testid=save-state]:is([data-state=saved],[data-state=empty])').waitFor()
            const { submitted } = await total(app)
            counts.runs++
            if (submitted === sure + rows) counts.after++
            else if (submitted === sure && !promised) counts.before++
            else counts.losses++
            expect({ run, submitted, sure, rows, promised, losses: counts.losses }).toMatchObject({ losses: 0 })
            sure = submitted!
          }
        },
        { prepare: rememberWorkers },
      )
      expect(counts).toMatchObject({ runs: KILLS, losses: 0 })
      reportCounts('workerEnded', counts)
    },
    60_000 + KILLS * 15_000,
  )
})
