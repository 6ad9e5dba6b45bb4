import { expect, test } from 'vitest'
import { importAll, SPRING, SPRING_TOTAL, total } from './steps'
import { useBrowser } from './withApp'

/**
 * The engine goes on compiling what runs often, some 1.7 KB a cycle of code that no object of the page holds; the heap would count it. Interpreted alone,
 * what grows is what is held.
 */
const { withApp } = useBrowser(['--js-flags=--no-opt --no-maglev --no-sparkplug'])

/** The long campaign takes 500; what a cycle leaves behind shows in fewer as well. */
const CYCLES = Number(process.env['CAIYONG_CYCLES'] ?? 30)
/** The browser itself settles during the first ones: code is compiled, caches fill. */
const EARLY = Math.max(12, Math.round(CYCLES / 10))

test(`after ${CYCLES} imports and closings the page holds no more than after ${EARLY}`, async () => {
  await withApp(async (app) => {
    const devtools = await app.page.context().newCDPSession(app.page)
    await devtools.send('Performance.enable')
    const held = async (): Promise<{ heap: number; nodes: number; workers: number }> => {
      // Where no list grows with the cycles.
      await app.page.evaluate(() => (location.hash = '#/'))
      await app.page.locator('.data').waitFor()
      for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
      const { metrics } = await devtools.send('Performance.getMetrics')
      const of = (name: string): number => metrics.find((metric) => metric.name === name)!.value
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), workers: app.page.workers().length }
    }
    // The start page tries the code of charts while it rests: that belongs to no cycle.
    await app.page.waitForTimeout(4000)
    let early: Awaited<ReturnType<typeof held>> | null = null
    for (let cycle = 1; cycle <= CYCLES; cycle++) {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      if (cycle === CYCLES) expect(await total(app)).toEqual(SPRING_TOTAL)
      await app.page.evaluate(() => (location.hash = '#/projects'))
      // Closed and gone: a list of hundreds of projects would be held with good reason.
      await app.part('erase').click()
      await app.part('project-confirm').click()
      await app.keeps('empty')
      await app.page.evaluate(() => (location.hash = '#/'))
      if (cycle === EARLY) early = await held()
    }
    const late = await held()
    expect(late.workers).toBe(early!.workers)
    expect(late.nodes / early!.nodes).toBeLessThan(1.1)
    expect(late.heap / early!.heap).toBeLessThan(1.1)
  })
}, 3_600_000)
