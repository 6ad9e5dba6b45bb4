import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import type { App } from './helpers'
import { figure, go, importAll, ledgerPath, measures, openOverview, PICTURE, SPRING, SUMMER, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong with the page as it is now, one line an element. */
async function violations(app: App): Promise<string[]> {
  // The policy forbids script tags; an expression of the test itself is not a script of the page.
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(AXE)
  return app.page.evaluate(async (tags) => {
    // A transition under way has colours of neither state.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const results = await run(document, { runOnly: { type: 'tag', values: tags } })
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
    )
  }, RULES)
}

/** Shows every chart as a table. Panels may still come and go while numbers arrive: pressed until none is left, not as they once stood. */
async function showTables(app: App): Promise<void> {
  const unpressed = app.page.getByRole('button', { name: '表格', pressed: false })
  while ((await unpressed.count()) > 0) await unpressed.first().click()
}

/** A ledger with a question, a row set aside and units to filter by. */
const ASKING = textFile(
  '登记.csv',
  '单位,类别,标题,报送日期,采用载体',
  '东岭乡,乡镇,春耕备耕,3月5日,手机报',
  '城关镇,乡镇,防汛备汛,3月40日,',
  '县水利局,部门,水库除险,6月12日,《市日报》',
)

/** A status word that nobody knows and a day that does not exist. */
const STRANGE = textFile(
  '怪词.csv',
  '单位,标题,报送日期,状态,采用载体',
  '东岭乡,春耕备耕,2024-03-05,上刊了,手机报',
  '城关镇,防汛备汛,2024-02-30,采用,《市日报》',
  '县水利局,水库除险,2024-06-12,未采用,',
)
/** No word of its header is known. */
const HEADLESS = textFile('看不懂.csv', '甲栏,乙栏', '东岭乡,春耕备耕', '城关镇,防汛备汛')

describe.each(['light', 'dark'])('axe finds nothing in the %s theme', (theme) => {
  async function themed(app: App): Promise<void> {
    await app.part('sample').first().waitFor()
    if (theme === 'dark') await app.page.getByRole('button', { name: '换成深色' }).click()
  }

  test('on the start page, on a refusal and in the keys dialog', async () => {
    await withApp(async (app) => {
      await themed(app)
      expect.soft(await violations(app), 'start').toEqual([])
      await app.page.getByRole('button', { name: '快捷键' }).click()
      await app.page.getByRole('dialog').waitFor()
      expect.soft(await violations(app), 'keys').toEqual([])
      await app.page.keyboard.press('Escape')
      await app.choose([PICTURE])
      await app.part('import-failed').waitFor()
      expect.soft(await violations(app), 'refused').toEqual([])
      await go(app, '总览')
      await app.page.getByText('还没有数据').waitFor()
      expect.soft(await violations(app), 'empty overview').toEqual([])
    })
  })

  test('on a proposal with a question, an error and its columns', async () => {
    await withApp(async (app) => {
      await themed(app)
      await app.choose([ASKING, PICTURE])
      await app.part('import-accept').waitFor()
      await app.page.getByText('各列的含义').first().click()
      expect.soft(await violations(app), 'proposal').toEqual([])
      await app.page.getByRole('button', { name: '确定' }).click()
      await app.page.getByText('没有看懂').waitFor()
      expect.soft(await violations(app), 'wrong answer').toEqual([])
    })
  })

  test('on the data page with findings, the names and the question before clearing', async () => {
    await withApp(async (app) => {
      await themed(app)
      await importAll(app, [ledgerPath('bad-rows', '有错.csv'), ledgerPath('aliases', '别名.csv')])
      await go(app, '数据')
      await app.page.getByRole('region', { name: '发现的问题' }).getByRole('table').waitFor()
      expect.soft(await violations(app), 'data').toEqual([])
      await app.page.getByRole('button', { name: '清空全部数据' }).click()
      await app.page.getByRole('dialog').waitFor()
      expect.soft(await violations(app), 'clear').toEqual([])
    })
  })

  test('on the review of words and header, a row, the rows, the names and the form by hand', async () => {
    await withApp(async (app) => {
      await themed(app)
      await go(app, '明细')
      await app.page.getByText('还没有数据').waitFor()
      expect.soft(await violations(app), 'empty rows').toEqual([])
      await go(app, '名册与名称')
      await app.part('roster').waitFor()
      expect.soft(await violations(app), 'empty names').toEqual([])
      await app.choose([STRANGE, HEADLESS])
      await app.part('import-accept').waitFor()
      await app.page.getByText('前几行（点行号改表头）').first().click()
      await app.page.getByText('指出表头在哪一行').click()
      expect.soft(await violations(app), 'review').toEqual([])
      await app.page.getByRole('button', { name: '第 3 行 C 列' }).click()
      await app.part('row-dialog').waitFor()
      expect.soft(await violations(app), 'row').toEqual([])
      await app.page.keyboard.press('Escape')
      await app.part('import-accept').click()
      await app.part('import-done').waitFor()
      await go(app, '明细')
      await app.part('rows-found').waitFor()
      expect.soft(await violations(app), 'rows').toEqual([])
      await app.part('add-by-hand').click()
      await app.page.getByRole('button', { name: '补录', exact: true }).click()
      await app.page.getByRole('alert').waitFor()
      expect.soft(await violations(app), 'by hand').toEqual([])
      await app.page.keyboard.press('Escape')
      await go(app, '名册与名称')
      await app.page.getByRole('button', { name: '粘贴名单' }).click()
      expect.soft(await violations(app), 'paste').toEqual([])
      await app.part('roster-text').fill('东岭乡\n北山乡')
      await app.page.getByRole('button', { name: '加入名册', exact: true }).click()
      await app.part('roster').getByRole('table').waitFor()
      expect.soft(await violations(app), 'names').toEqual([])
    })
  })

  test('on the Units, Outlets, Trends, Method and About rooms, with charts and with tables', async () => {
    await withApp(async (app) => {
      await themed(app)
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      for (const [room, charts] of [
        ['单位', 2],
        ['载体', 3],
        ['趋势', 2],
      ] as const) {
        await go(app, room)
        await expect.poll(() => app.page.locator('canvas').count()).toBeGreaterThanOrEqual(charts)
        expect.soft(await violations(app), room).toEqual([])
        await showTables(app)
        expect.soft(await violations(app), `${room} as tables`).toEqual([])
        if (room !== '单位') continue
        await app.page.locator('tbody button').first().click()
        await app.part('unit-card').waitFor()
        expect.soft(await violations(app), 'card').toEqual([])
      }
      await go(app, '方法')
      await app.page.getByRole('heading', { name: '方法' }).waitFor()
      expect.soft(await violations(app), 'method').toEqual([])
      await go(app, '关于')
      await app.page.getByRole('heading', { name: '关于采用台' }).waitFor()
      expect.soft(await violations(app), 'about').toEqual([])
    })
  })

  test('on the overview, with charts, with tables and with an open list', async () => {
    await withApp(async (app) => {
      await themed(app)
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      await openOverview(app)
      await expect
        .poll(() =>
          app.page
            .locator('section')
            .filter({ has: app.page.locator('canvas') })
            .count(),
        )
        .toBe(5)
      expect.soft(await violations(app), 'charts').toEqual([])
      await app.part('filter-period').selectOption('2024-03')
      await expect.poll(() => figure(app, '报送件数').innerText()).toMatch(/[多少]|持平/)
      expect.soft(await violations(app), 'period').toEqual([])
      await app.page.getByRole('banner').getByRole('button', { name: '单位:' }).click()
      await app.page.getByRole('dialog', { name: '单位' }).waitFor()
      expect.soft(await violations(app), 'units').toEqual([])
      await app.page.keyboard.press('Escape')
      await showTables(app)
      await expect.poll(() => app.page.getByRole('table').count()).toBe(5)
      expect.soft(await violations(app), 'tables').toEqual([])
      await app.page.getByRole('button', { name: '更多操作' }).first().click()
      expect.soft(await violations(app), 'menu').toEqual([])
    })
  })
})

test('axe is at work: a picture without words is found', async () => {
  await withApp(async (app) => {
    await app.part('sample').first().waitFor()
    await app.page.evaluate(() => document.body.append(document.createElement('img')))
    expect((await violations(app)).join()).toContain('image-alt')
  })
})

describe('by keyboard alone', () => {
  /** Presses Tab until the focus is where it is wanted; fails when it has been everywhere. */
  async function tabTo(app: App, wanted: (focused: { text: string; testId: string; role: string }) => boolean) {
    const been: string[] = []
    for (let at = 0; at < 200; at++) {
      await app.page.keyboard.press('Tab')
      const focused = await app.page.evaluate(() => {
        const element = document.activeElement
        const words =
          element instanceof HTMLInputElement
            ? `${element.type} ${element.labels?.[0]?.textContent?.trim() ?? ''}`
            : (element?.getAttribute('aria-label') ?? element?.textContent ?? '')
        return {
          text: words.trim(),
          testId: element?.getAttribute('data-testid') ?? '',
          role: element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? '',
        }
      })
      if (wanted(focused)) return
      been.push(`${focused.role} ${focused.testId} ${focused.text.slice(0, 20)}`)
    }
    throw new Error(`Tab never came there, but to\n${been.join('\n')}`)
  }

  /** Where the focus is, with an outline or another mark that it is there. */
  function focusSeen(app: App): Promise<boolean> {
    return app.page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
  }

  test('from a sample to a chart’s table', async () => {
    await withApp(async (app) => {
      const { keyboard } = app.page
      await app.part('sample').first().waitFor()
      await tabTo(app, ({ testId }) => testId === 'sample')
      expect(await focusSeen(app)).toBe(true)
      await keyboard.press('Enter')
      await app.part('import-accept').waitFor()
      await tabTo(app, ({ testId }) => testId === 'import-accept')
      expect(await focusSeen(app)).toBe(true)
      await keyboard.press('Enter')
      await app.part('overview-figures').waitFor()
      const exported = await measures(app)

      await tabTo(app, ({ testId }) => testId === 'filter-period')
      await keyboard.press('ArrowDown')
      await expect.poll(() => app.part('filter-period').inputValue()).not.toBe('')
      const chosen = await app.part('filter-period').inputValue()
      const expected = exported.months
        .filter(({ period }) => period.startsWith(chosen))
        .reduce((sum, month) => sum + (month.submitted ?? 0), 0)
      expect(chosen).toMatch(/^\d{4}$/)
      expect(expected).toBeLessThan(exported.total.submitted!)
      const shown = figure(app, '报送件数').locator('.figure-card__value')
      await expect.poll(() => shown.innerText()).toBe(String(expected))

      await tabTo(app, ({ text }) => text === 'radio 按报送时间')
      await keyboard.press('ArrowRight')
      await expect.poll(() => app.page.getByRole('radio', { name: '按采用时间' }).isChecked()).toBe(true)

      await tabTo(app, ({ text }) => text === '表格')
      expect(await focusSeen(app)).toBe(true)
      await keyboard.press('Enter')
      await app.page.getByRole('table').first().waitFor()
      await keyboard.press('Enter')
      await expect.poll(() => app.page.getByRole('table').count()).toBe(0)
    })
  })

  test('the focus is never lost: after a step it stands somewhere on the page', async () => {
    await withApp(async (app) => {
      const { keyboard } = app.page
      const focused = () => app.page.evaluate(() => document.activeElement?.tagName ?? 'none')
      await app.part('sample').first().focus()
      await keyboard.press('Enter')
      await app.part('import-accept').waitFor()
      expect.soft(await focused(), 'after opening a sample').not.toBe('BODY')
      await app.part('import-accept').focus()
      await keyboard.press('Enter')
      await app.part('overview-figures').waitFor()
      expect.soft(await focused(), 'after accepting').not.toBe('BODY')
      await keyboard.press('Alt+1')
      await app.part('import-entry').waitFor()
      await app.part('import-remove').focus()
      await keyboard.press('Enter')
      await app.part('sample').first().waitFor()
      expect.soft(await focused(), 'after removing the last import').not.toBe('BODY')
    })
  })

  test('? opens the keys, Escape closes them and gives the focus back', async () => {
    await withApp(async (app) => {
      const dialog = app.page.getByRole('dialog', { name: '快捷键' })
      await app.part('sample').first().focus()
      await app.page.keyboard.press('?')
      await dialog.waitFor()
      await expect.poll(() => app.page.evaluate(() => Boolean(document.activeElement?.closest('dialog')))).toBe(true)
      await app.page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await expect
        .poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
        .toBe('sample')
      const button = app.page.getByRole('button', { name: '快捷键' })
      await button.focus()
      await app.page.keyboard.press('Enter')
      await dialog.waitFor()
      await app.page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })

  test('the rooms are reached by Alt+1 and Alt+2', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.part('overview-figures').waitFor()
      await app.page.keyboard.press('Alt+1')
      await app.part('import-entry').waitFor()
      await app.page.keyboard.press('Alt+2')
      await app.part('overview-figures').waitFor()
    })
  })

  test('the skip link is first, is seen when focused, and leads to the content', async () => {
    await withApp(async (app) => {
      await go(app, '总览')
      await app.page.getByText('还没有数据').waitFor()
      // From the very start of the page, as after loading.
      await app.page.reload()
      await app.page.getByText('还没有数据').waitFor()
      await app.page.keyboard.press('Tab')
      const skip = app.page.getByRole('link', { name: '跳到正文' })
      await expect.poll(() => skip.evaluate((link) => link === document.activeElement)).toBe(true)
      const box = await skip.boundingBox()
      expect(box!.x).toBeGreaterThanOrEqual(0)
      expect(box!.y).toBeGreaterThanOrEqual(0)
      expect(box!.width).toBeGreaterThan(20)
      await app.page.keyboard.press('Enter')
      await expect.poll(() => app.page.evaluate(() => document.activeElement?.id)).toBe('main')
      // A skip link must not navigate: the room is the same.
      expect(await app.page.evaluate(() => location.hash)).toBe('#/overview')
      expect(await app.page.getByText('还没有数据').count()).toBe(1)
    })
  })

  test('single letters and shortcuts are left to fields', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      await openOverview(app)
      const before = (await measures(app)).total
      await app.page.getByRole('banner').getByRole('button', { name: '单位:' }).click()
      const search = app.page.getByRole('searchbox')
      await search.pressSequentially('?镇')
      expect(await search.inputValue()).toBe('?镇')
      expect(await app.page.getByRole('dialog', { name: '快捷键' }).isVisible()).toBe(false)
      await app.page.keyboard.press('Control+z')
      await app.page.keyboard.press('Alt+1')
      await app.part('overview-figures').waitFor()
      await app.page.keyboard.press('Escape')
      await search.waitFor({ state: 'detached' })
      await expect.poll(() => app.page.evaluate(() => document.activeElement?.textContent)).toContain('单位')
      expect((await measures(app)).total).toEqual(before)
    })
  })

  test('text pasted into a field stays there', async () => {
    await withApp(async (app) => {
      await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await app.choose([ASKING])
      await app.page.getByText('日期没有写年份').waitFor()
      const field = app.page.locator('form').getByRole('textbox')
      await app.page.evaluate(() => navigator.clipboard.writeText('2024'))
      await field.focus()
      await app.page.keyboard.press('Control+v')
      // The clipboard is read by another process.
      await expect.poll(() => field.inputValue()).toBe('2024')
      expect(await app.part('import-accept').count()).toBe(1)
      await app.page.keyboard.press('Enter')
      await app.page.getByText('由您填写').first().waitFor()
    })
  })

  test('a menu of a chart opens, moves and closes by key', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      await openOverview(app)
      // Pictures are offered once the chart is drawn.
      const drawn = app.page.locator('section').filter({ has: app.page.locator('canvas') })
      await drawn.first().waitFor()
      // Of all panels that are drawn by and by, the one that was first now.
      const menu = await drawn.first().getByRole('button', { name: '更多操作' }).elementHandle()
      if (!menu) throw new Error('no menu')
      await menu.focus()
      await app.page.keyboard.press('Enter')
      await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('true')
      await expect.poll(() => app.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('复制图片')
      await app.page.keyboard.press('ArrowDown')
      await expect.poll(() => app.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('保存为 PNG')
      await app.page.keyboard.press('Escape')
      await expect.poll(() => menu.evaluate((element) => element === document.activeElement)).toBe(true)
      await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false')
    })
  })
})

describe.each([
  { width: 683, height: 384 },
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
])('at $width×$height nothing is cut off at the side', (viewport) => {
  /** What is wider than its place; regions that scroll on purpose are not asked. */
  function tooWide(app: App): Promise<string[]> {
    return app.page.evaluate(() => {
      const asked: [string, Element | null][] = [
        ['page', document.scrollingElement],
        ['main', document.querySelector('main')],
        ['header', document.querySelector('header')],
      ]
      return asked
        .filter(([, element]) => element && element.scrollWidth > element.clientWidth)
        .map(([name, element]) => `${name}: ${element!.scrollWidth} > ${element!.clientWidth}`)
    })
  }

  /** Waits until nothing has changed its width for some frames. */
  async function settled(app: App): Promise<void> {
    await app.page.evaluate(async () => {
      let last = ''
      for (let still = 0; still < 20; still++) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const widths = [...document.querySelectorAll('main, main *')].map((element) => element.scrollWidth)
        const now = widths.join()
        if (now !== last) still = 0
        last = now
      }
    })
  }

  test('in every state', async () => {
    await withApp(
      async (app) => {
        /** Charts fit themselves a moment after their place has changed. */
        const soon = async (state: string): Promise<void> => {
          await settled(app)
          expect.soft(await tooWide(app), state).toEqual([])
        }
        await app.part('sample').first().waitFor()
        expect.soft(await tooWide(app), 'start').toEqual([])
        await app.choose([PICTURE])
        await app.part('import-failed').waitFor()
        expect.soft(await tooWide(app), 'refused').toEqual([])
        await app.choose([ASKING, SUMMER, PICTURE])
        await app.part('import-accept').waitFor()
        for (const summary of await app.page.getByText('各列的含义').all()) await summary.click()
        expect.soft(await tooWide(app), 'proposal').toEqual([])
        await app.part('import-accept').click()
        await app.part('overview-figures').waitFor()
        await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
        await expect
          .poll(() =>
            app.page
              .locator('section')
              .filter({ has: app.page.locator('canvas') })
              .count(),
          )
          .toBe(5)
        await soon('overview')
        await app.part('filter-period').selectOption('2024H1')
        await soon('period')
        for (const list of await app.page.getByRole('banner').locator('button[aria-haspopup]').all()) {
          await list.click()
          const popover = app.page.getByRole('banner').getByRole('dialog')
          await popover.waitFor()
          await soon('units')
          const box = (await popover.boundingBox())!
          expect.soft(box.x, 'left edge of the list').toBeGreaterThanOrEqual(0)
          expect.soft(box.x + box.width, 'right edge of the list').toBeLessThanOrEqual(viewport.width)
          await app.page.keyboard.press('Escape')
        }
        await showTables(app)
        await soon('tables')
        await go(app, '数据')
        await app.part('import-entry').first().waitFor()
        await soon('data')
        for (const button of await app.page.getByRole('button', { name: '读法' }).all()) await button.click()
        await soon('how it was read')
        await go(app, '明细')
        await app.part('rows-found').waitFor()
        await soon('rows')
        await app.page
          .getByRole('button', { name: /第 2 行/ })
          .first()
          .click()
        await app.part('row-dialog').waitFor()
        await soon('row')
        await app.page.keyboard.press('Escape')
        await go(app, '名册与名称')
        await app.part('roster').waitFor()
        await app.page.getByRole('button', { name: '粘贴名单' }).click()
        await app.part('roster-text').fill('东岭乡\n北山乡')
        await app.page.getByRole('button', { name: '加入名册', exact: true }).click()
        await app.part('roster').getByRole('table').waitFor()
        await soon('names')
        for (const room of ['单位', '载体', '趋势'] as const) {
          await go(app, room)
          await app.page.locator('canvas').first().waitFor()
          await soon(room)
          await showTables(app)
          await soon(`${room} as tables`)
        }
        await go(app, '方法')
        await app.page.getByRole('heading', { name: '方法' }).waitFor()
        await soon('method')
      },
      { viewport },
    )
  })

  test('every button of the bar can be reached', async () => {
    await withApp(
      async (app) => {
        await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
        await openOverview(app)
        for (const button of await app.page.getByRole('banner').getByRole('button').all()) {
          const box = (await button.boundingBox())!
          const name = (await button.getAttribute('aria-label')) ?? (await button.innerText())
          expect(box.x, name).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width, name).toBeLessThanOrEqual(viewport.width)
        }
        // Nothing lies over it: a click arrives.
        await measures(app)
        await app.part('undo').click()
        await expect.poll(async () => (await measures(app)).total.submitted).toBe(0)
      },
      { viewport },
    )
  })
})
