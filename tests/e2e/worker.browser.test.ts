import { describe, expect, test } from 'vitest'
import type { App } from './helpers'
import { inWorker } from './inWorker'
import { go, importAll, measures, SPRING, SPRING_TOTAL, SUMMER, SUMMER_TOTAL, textFile, total } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

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
          expect(await notice.count()).toBe(0)
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
        await app.part('worker-restarted').waitFor()
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
          expect(await app.part('worker-notice').count()).toBe(0)
          await app.page.getByRole('button', { name: '取消' }).click()
          await importAll(app, [SPRING])
          expect(await total(app)).toEqual(SPRING_TOTAL)
        },
        { prepare: inWorker(at('read', fault), { worker: 'read', to: 1 }) },
      )
    })
})
