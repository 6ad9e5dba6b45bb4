import { expect, test } from 'vitest'
import { importAll, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const UNITS = 20
const OUTLETS = 10
const TIMES = 8

/** Every unit in every outlet: a heat map with as many cells as it draws. */
const FULL = textFile(
  '满表.csv',
  '单位,标题,报送日期,采用载体',
  ...Array.from(
    { length: UNITS * OUTLETS },
    (_, i) => `第${Math.floor(i / OUTLETS) + 1}街道,工作动态${i},2024-0${(i % 3) + 1}-05,载体${(i % OUTLETS) + 1}`,
  ),
)

test('a room may be left while its charts are drawn for the first time', async () => {
  await withApp(
    async (app) => {
      await importAll(app, [FULL])
      const painted = await app.page.evaluate(async (times) => {
        const until = async (seen: () => boolean): Promise<void> => {
          while (!seen()) await new Promise((resolve) => setTimeout(resolve))
        }
        const charts = (): Element[] => [...document.querySelectorAll('.base-chart canvas')]
        let most = 0
        for (let i = 0; i < times; i++) {
          location.hash = '#/overview'
          // The n-th time the n-th chart has just been drawn; the heat map is one of the last.
          await until(() => charts().length > i % 4 && document.querySelector('.heat-panel canvas') !== null)
          most = Math.max(most, charts().length)
          location.hash = '#/about'
          await until(() => charts().length === 0)
        }
        // What is left to a frame after the last one must come while the test still looks.
        await new Promise((resolve) => setTimeout(resolve, 200))
        return most
      }, TIMES)
      expect(painted).toBeGreaterThan(3)
    },
    {
      // A PC on which a cell takes a millisecond: what is not painted at once is painted over many frames.
      prepare: async (context) => {
        await context.addInitScript(() => {
          const fill = CanvasRenderingContext2D.prototype.fill as (...values: unknown[]) => void
          CanvasRenderingContext2D.prototype.fill = function (this: CanvasRenderingContext2D, ...values: unknown[]) {
            const end = performance.now() + 1
            while (performance.now() < end);
            fill.apply(this, values)
          }
        })
      },
    },
  )
}, 120_000)
