import { describe, expect, test } from 'vitest'
import type { App } from './helpers'
import { BOTH_TOTAL, figure, go, importAll, openOverview, SPRING, SUMMER, tableRows } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const period = (app: App): Promise<string> => app.part('filter-period').inputValue()
const submitted = (app: App): Promise<string | null> =>
  figure(app, '报送件数').locator('.figure-card__value').textContent()

/** Presses a chart at a share of its width, in the middle of its plot. */
async function press(app: App, caption: string, share: number, down = 0.6): Promise<void> {
  const chart = app.page.getByRole('img', { name: caption })
  await chart.locator('canvas').first().waitFor()
  await expect.poll(() => chart.boundingBox()).not.toBeNull()
  const { width, height } = (await chart.boundingBox())!
  await chart.click({ position: { x: width * share, y: height * down } })
}

describe('choosing on a chart', () => {
  test('a month pressed is chosen for everything, pressed again let go', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      await openOverview(app)
      await press(app, '各月报送与采用', 0.9)
      await expect.poll(() => period(app)).toBe('2024-08')
      await expect.poll(async () => (await submitted(app))?.trim()).toBe('1')
      await press(app, '各月报送与采用', 0.9)
      await expect.poll(() => period(app)).toBe('')
      await expect.poll(async () => (await submitted(app))?.trim()).toBe(String(BOTH_TOTAL.submitted))
    })
  })

  test('a half-year pressed is chosen; undo lets it go', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      await go(app, '趋势')
      await press(app, '各半年报送与采用', 0.8)
      await expect.poll(() => period(app)).toBe('2024H2')
      await app.part('undo').click()
      await expect.poll(() => period(app)).toBe('')
    })
  })

  test('by keyboard from the table of the control chart, and of the comparison', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      await go(app, '趋势')
      const panel = app.page
        .locator('section')
        .filter({ has: app.page.getByRole('img', { name: '各月与正常波动范围' }) })
      await panel.getByRole('button', { name: '表格' }).press('Enter')
      const march = app.page.getByRole('button', { name: '2024年3月', exact: true })
      await march.press('Enter')
      await expect.poll(() => period(app)).toBe('2024-03')
      await march.press('Enter')
      await expect.poll(() => period(app)).toBe('')
      await app.page.getByRole('button', { name: /^本期 2024年上半年/ }).press('Enter')
      await expect.poll(() => period(app)).toBe('2024H1')
    })
  })

  test('an outlet opens the placements that it counts', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      await go(app, '载体')
      await press(app, '各载体采用情况', 0.5, 0.15)
      await app.part('rows-found').waitFor()
      expect(await app.part('rows-found').innerText()).toMatch(/^\d 行，合计 \d$/)
    })
  })
})

describe('a rate', () => {
  test('opens what was submitted, with what was adopted of it', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await openOverview(app)
      await figure(app, '采用率').getByRole('button').click()
      await expect.poll(() => app.part('rows-found').innerText()).toBe('6 行，采用率 50.0%（采用/报送 3/6）')
      const rows = await tableRows(app.page.getByRole('table'))
      expect(rows.map((row) => row['结果'])).toContain('采用')
    })
  })
})

describe('too few to judge', () => {
  test('is one number for the Overview and the Units room, kept with the project and undone like any step', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await openOverview(app)
      await app.keeps('saved')
      const before = await app.savedRevision()
      await app.part('fewest').fill('2')
      await app.part('fewest').press('Tab')
      await app.page.getByRole('img', { name: '各单位采用率' }).waitFor()
      await go(app, '单位')
      await expect.poll(() => app.part('fewest').inputValue()).toBe('2')
      await app.savedAfter(before)
      await app.page.reload()
      await expect.poll(() => app.part('fewest').inputValue()).toBe('2')
      await expect.poll(() => app.part('undo').getAttribute('title')).toBe('撤销：改为报送满 2 件才排名')
      await app.part('undo').click()
      await expect.poll(() => app.part('fewest').inputValue()).toBe('5')
    })
  })
})

describe('the office’s own months', () => {
  test('change what a period is, in one step that can be undone, and are told', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '名册与名称')
      await app.part('last-day').selectOption('8')
      await expect.poll(() => app.part('calendar').innerText()).toMatch(/3月（3月9日至4月8日）/)
      await openOverview(app)
      await app.part('filter-period').selectOption('2024-01')
      await app.page.getByText('2024年1月（1月9日至2月8日）').first().waitFor()
      await expect.poll(async () => (await submitted(app))?.trim()).toBe('2')
      await app.page
        .getByText(/每月截至 8 日/)
        .first()
        .waitFor()
      await app.part('undo').click()
      await app.part('undo').click()
      await expect.poll(() => app.part('filter-period').locator('option[value="2023-12"]').count()).toBe(0)
    })
  })
})
