import type { Locator } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import type { App } from './helpers'
import { inWorker } from './inWorker'
import {
  figure,
  importAll,
  ledgerPath,
  measures,
  openOverview,
  percent,
  PICTURE,
  SPRING,
  tableRows,
  textFile,
} from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

/** Six items of three units in two groups, with adoption days and one item undecided: every figure below is counted by hand. */
const GROUPED = textFile(
  '分组台账.csv',
  '单位,单位类别,标题,报送日期,状态,采用载体,采用日期',
  '东岭乡,乡镇,春耕备耕进展,2024-01-05,采用,手机报,2024-01-20',
  '东岭乡,乡镇,乡村道路养护,2024-02-06,未采用,,',
  '城关镇,乡镇,防汛物资储备,2024-01-29,采用,手机报、《市日报》,2024-02-03',
  '城关镇,乡镇,夜市管理做法,2024-02-11,待定,,',
  '县水利局,县直部门,水库除险加固,2024-02-20,采用,《市日报》,2024-03-01',
  '县水利局,县直部门,用水定额调整,2024-03-21,未采用,,',
)

/** What is seen on the six cards, without their changes and reasons. */
function figures(app: App): Promise<Record<string, string>> {
  return app.part('overview-figures').evaluate((section) =>
    Object.fromEntries(
      [...section.querySelectorAll('.figure-card')].map((card) => {
        const line = card.querySelector('.figure-card__line')!.cloneNode(true) as Element
        for (const hidden of line.querySelectorAll('.visually-hidden')) hidden.remove()
        const words = [...line.children].map((part) => part.textContent?.trim() ?? '')
        return [card.querySelector('.figure-card__label')!.textContent?.trim() ?? '', words.join(' ')]
      }),
    ),
  )
}

async function expectFigures(app: App, expected: Record<string, string>): Promise<void> {
  await expect.poll(() => figures(app), { timeout: 20_000 }).toMatchObject(expected)
}

function period(app: App): Locator {
  return app.part('filter-period')
}

/** A clock of the top bar; its radio button is hidden behind its words. */
async function chooseClock(app: App, label: '按报送时间' | '按采用时间'): Promise<void> {
  await app.page.locator('header').getByText(label, { exact: true }).click()
  await expect.poll(() => app.page.getByRole('radio', { name: label }).isChecked()).toBe(true)
}

async function chooseIn(app: App, list: '单位' | '分组', names: string[]): Promise<void> {
  await app.page
    .getByRole('banner')
    .getByRole('button', { name: `${list}:` })
    .click()
  const popover = app.page.getByRole('dialog', { name: list })
  for (const name of names) await popover.getByRole('checkbox', { name }).check()
  await popover.getByRole('button', { name: '完成' }).click()
  await popover.waitFor({ state: 'detached' })
}

describe('the figures', () => {
  test('are those of measures.json, with n/d beside the rate', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('pending', '状态.csv')])
      const { total, units } = await measures(app)
      await openOverview(app)
      await expectFigures(app, {
        报送件数: String(total.submitted),
        采用件数: String(total.adopted),
        采用率: `${percent(total.rate)} ${total.adopted}/${total.submitted}`,
        采用次数: String(total.placements),
        报送单位: String(units.length),
      })
      // Written out once, so that an export and a screen that agree on a wrong number are found out.
      await expectFigures(app, { 报送件数: '200', 采用件数: '74', 采用率: '37.0% 74/200', 采用次数: '88' })
      expect((await figures(app))['待定']).toMatch(/^26 /)
    })
  })

  test('follow period, clock, unit and group', async () => {
    await withApp(async (app) => {
      await importAll(app, [GROUPED])
      await openOverview(app)
      await expectFigures(app, { 报送件数: '6', 采用件数: '3', 采用率: '50.0% 3/6', 采用次数: '4', 报送单位: '3' })

      await period(app).selectOption('2024-02')
      await expectFigures(app, { 报送件数: '3', 采用件数: '1', 采用率: '33.3% 1/3', 采用次数: '1' })
      expect((await figures(app))['待定']).toMatch(/^1 /)
      await chooseClock(app, '按采用时间')
      // The one adopted in February was submitted in January and stands in two outlets.
      await expectFigures(app, { 报送件数: '3', 采用件数: '1', 采用率: '33.3% 1/3', 采用次数: '2' })
      await period(app).selectOption('2024-03')
      await expectFigures(app, { 报送件数: '1', 采用件数: '1', 采用率: '100.0% 1/1', 采用次数: '1' })
      await chooseClock(app, '按报送时间')
      await expectFigures(app, { 报送件数: '1', 采用件数: '0', 采用率: '0.0% 0/1', 采用次数: '0' })
      await period(app).selectOption('')

      await chooseIn(app, '单位', ['城关镇'])
      await expectFigures(app, { 报送件数: '2', 采用件数: '1', 采用率: '50.0% 1/2', 采用次数: '2', 报送单位: '1' })
      await chooseIn(app, '单位', ['县水利局'])
      await expectFigures(app, { 报送件数: '4', 采用件数: '2', 采用率: '50.0% 2/4', 采用次数: '3', 报送单位: '2' })
      await app.page.getByRole('banner').getByRole('button', { name: '单位:' }).click()
      await app.page.getByRole('dialog', { name: '单位' }).getByRole('button', { name: '不限' }).click()
      await app.page.keyboard.press('Escape')
      await expectFigures(app, { 报送件数: '6', 采用件数: '3' })

      await chooseIn(app, '分组', ['县直部门'])
      await expectFigures(app, { 报送件数: '2', 采用件数: '1', 采用次数: '1', 报送单位: '1' })
      await period(app).selectOption('2024-03')
      await expectFigures(app, { 报送件数: '1', 采用件数: '0', 采用率: '0.0% 0/1' })
    })
  })

  test('of a period are those of measures.json for every month, on both clocks', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      await openOverview(app)
      for (const clock of ['按报送时间', '按采用时间'] as const) {
        await chooseClock(app, clock)
        const exported = await measures(app)
        expect(exported.clock).toBe(clock === '按报送时间' ? 'submitted' : 'adopted')
        const cells = [...exported.months.slice(0, 3), ...exported.quarters.slice(-2), ...exported.halfYears]
        expect(cells.length).toBeGreaterThan(5)
        for (const cell of cells) {
          await period(app).selectOption(cell.period)
          await expectFigures(app, {
            报送件数: String(cell.submitted),
            采用件数: String(cell.adopted),
            采用率: cell.rate === null ? '—' : `${percent(cell.rate)} ${cell.adopted}/${cell.submitted}`,
            采用次数: String(cell.placements),
          })
        }
        await period(app).selectOption('')
      }
    })
  })

  test('measures.json ignores the filters', async () => {
    await withApp(async (app) => {
      await importAll(app, [GROUPED])
      await openOverview(app)
      const before = await measures(app)
      await period(app).selectOption('2024-02')
      await chooseIn(app, '单位', ['城关镇'])
      await expectFigures(app, { 报送件数: '1' })
      expect(await measures(app)).toEqual(before)
    })
  })

  test('say against what they changed', async () => {
    await withApp(async (app) => {
      await importAll(app, [GROUPED])
      await openOverview(app)
      await period(app).selectOption('2024-02')
      // 2 in January, 3 in February.
      await expect.poll(() => figure(app, '报送件数').innerText()).toMatch(/多1件/)
      await expect.poll(() => figure(app, '报送件数').textContent()).toMatch(/较2024年1月/)
      // 2/2 against 1/3.
      await expect.poll(() => figure(app, '采用率').innerText()).toMatch(/低66\.7个百分点/)
    })
  })
})

describe('the founding figures', () => {
  test('85 of 551 is 15.4 %, outlets without submissions read «—», and 147/551 is nowhere', async () => {
    await withApp(async (app) => {
      await recordPaint(app)
      await importAll(app, [ledgerPath('seed-half-year', '上半年.csv')])
      const exported = await measures(app)
      expect(exported.outlets.find(({ submitted }) => submitted === 551)?.rate).toBeCloseTo(85 / 551, 9)
      expect(exported.total.rate).toBeNull()
      expect(JSON.stringify(exported)).not.toMatch(/0?\.266|0?\.267/)

      await openOverview(app)
      await expectFigures(app, { 报送件数: '551', 采用件数: '—', 采用率: '—', 采用次数: '147' })
      expect(await figure(app, '采用率').textContent()).toContain('只记采用次数，不知采用件数')

      const rows = await tableOf(app, panel(app, '各载体采用情况'))
      const rateOf = Object.fromEntries(rows.map((row) => [row['载体'], row['采用率']]))
      expect(rateOf).toEqual({
        州委办信息科: '15.4%',
        '《省日报》': '—',
        '《州日报》': '—',
        '《州手机报》': '—',
        其他刊物: '—',
      })
      for (const chart of await app.page
        .locator('section')
        .filter({ has: app.page.locator('canvas') })
        .all()) {
        await chart.scrollIntoViewIfNeeded()
        await expect.poll(() => inkOf(chart)).toBeGreaterThan(1000)
      }
      await expect.poll(() => painted(app)).toContain('15.4%')
      for (const each of await app.page.getByRole('button', { name: '表格' }).all()) await each.click()
      await app.page.getByRole('table').first().waitFor()
      const tables = await app.screen()
      await app.visitRooms()
      const screen = `${tables}\n${await app.screen()}`
      expect(screen).toContain('15.4%')
      expect(screen).not.toMatch(/26\.[67]|147\s*[/／]\s*551|0\.267/)
      expect(await painted(app)).not.toMatch(/26\.[67]|147\s*[/／]\s*551/)
    })
  })
})

/** A chart's panel, found by the name of its chart. */
function panel(app: App, caption: string): Locator {
  return app.page.locator('section').filter({ has: app.page.getByRole('img', { name: caption, exact: true }) })
}

/** The rows of a chart's table; the chart stays away from then on. */
async function tableOf(app: App, chart: Locator): Promise<Record<string, string>[]> {
  const handle = await chart.elementHandle()
  const section = (await handle!.$('button[aria-pressed]'))!
  if ((await section.getAttribute('aria-pressed')) === 'false') await section.click()
  const rows = app.page.locator('section', { has: app.page.locator('button[aria-pressed="true"]') })
  const table = rows.getByRole('table')
  const found = await tableRows(table)
  await section.click()
  return found
}

const PANELS = ['各月报送与采用', '各单位采用率', '各半年报送与采用', '各载体采用情况', '各单位在各载体的采用次数']

/** Everything that was ever written onto a canvas of the page; see recordPaint. */
async function painted(app: App): Promise<string> {
  return app.page.evaluate(() => ((window as unknown as { painted?: string[] }).painted ?? []).join('\n'))
}

/** Keeps what is written onto canvases, which no other text of the page tells. */
async function recordPaint(app: App): Promise<void> {
  await app.page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { painted: seen })
    const own = CanvasRenderingContext2D.prototype.fillText
    CanvasRenderingContext2D.prototype.fillText = function (text: string, ...rest: [number, number, number?]) {
      seen.push(text)
      return own.call(this, text, ...rest)
    }
  })
}

/** How many pixels of a chart were drawn on, and in how many colours; 0 while it is not drawn. */
async function ink(chart: Locator): Promise<{ pixels: number; colours: number }> {
  await chart.scrollIntoViewIfNeeded()
  return chart.evaluate((element) => {
    const colours = new Set<number>()
    let pixels = 0
    for (const canvas of element.querySelectorAll('canvas')) {
      if (canvas.width === 0 || canvas.height === 0) continue
      const data = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3]! < 128) continue
        pixels++
        colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
      }
    }
    return { pixels, colours: colours.size }
  })
}

async function inkOf(chart: Locator): Promise<number> {
  return (await ink(chart)).pixels
}

async function expectInk(app: App): Promise<void> {
  for (const caption of PANELS) {
    const chart = panel(app, caption)
    await expect.poll(async () => (await ink(chart)).pixels, { message: caption }).toBeGreaterThan(1000)
    expect((await ink(chart)).colours, caption).toBeGreaterThan(3)
  }
}

describe('every chart', () => {
  test('has a basis line and a table that says what measures.json says', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      const exported = await measures(app)
      await openOverview(app)
      for (const caption of PANELS) {
        const chart = panel(app, caption)
        await chart.waitFor()
        expect(await chart.locator('footer').innerText(), caption).toMatch(/口径：按报送时间/)
        expect((await chart.getByRole('heading').innerText()).length, caption).toBeGreaterThan(6)
      }
      const count = (value: number | null): string => (value === null ? '—' : String(value))
      const cell = ({ submitted, adopted, placements, rate, interval }: MeasuresJson['total']) => ({
        报送件数: count(submitted),
        采用件数: count(adopted),
        采用次数: count(placements),
        采用率: percent(rate),
        区间下限: percent(interval?.[0] ?? null),
        区间上限: percent(interval?.[1] ?? null),
      })
      const monthName = (key: string): string => `${key.slice(0, 4)}年${Number(key.slice(5))}月`
      const halfName = (key: string): string => `${key.slice(0, 4)}年${key.endsWith('1') ? '上' : '下'}半年`
      const maturity = (mature: boolean | undefined): string =>
        mature === undefined ? '无法判断' : mature ? '已成熟' : '未成熟'

      expect(await tableOf(app, panel(app, '各月报送与采用'))).toEqual(
        exported.months.map((month) => ({
          时段: monthName(month.period),
          ...cell(month),
          数据状态: maturity(month.mature),
        })),
      )
      expect(await tableOf(app, panel(app, '各半年报送与采用'))).toEqual(
        exported.halfYears.map((half) => ({
          时段: halfName(half.period),
          ...cell(half),
          数据状态: maturity(half.mature),
        })),
      )

      const ranking = await tableOf(app, panel(app, '各单位采用率'))
      expect(ranking).toHaveLength(exported.units.length)
      for (const unit of exported.units) {
        const above = exported.units.filter(({ rate }) => rate! > unit.rate!).length
        expect(ranking).toContainEqual(
          expect.objectContaining({ 单位: unit.unit, 名次: String(above + 1), ...cell(unit) }),
        )
      }
      expect(ranking.map((row) => Number(row['名次']))).toEqual(
        ranking.map((row) => Number(row['名次'])).sort((a, b) => a - b),
      )

      const outlets = await tableOf(app, panel(app, '各载体采用情况'))
      expect(outlets).toHaveLength(exported.outlets.length)
      for (const outlet of exported.outlets)
        expect(outlets).toContainEqual(
          expect.objectContaining({
            载体: outlet.outlet,
            采用次数: count(outlet.adopted),
            占采用次数: percent(outlet.adopted / exported.total.placements!),
            报送件数: count(outlet.submitted),
            采用率: percent(outlet.rate),
          }),
        )

      const heat = await tableOf(app, panel(app, '各单位在各载体的采用次数'))
      for (const unit of exported.units.filter(({ placements }) => placements! > 0)) {
        const row = heat.find((each) => each['单位'] === unit.unit)
        expect(row?.['合计'], unit.unit).toBe(count(unit.placements))
        const sum = exported.outlets.reduce((all, { outlet }) => all + Number(row?.[outlet]), 0)
        expect(sum, unit.unit).toBe(unit.placements)
      }
      for (const { outlet, adopted } of exported.outlets)
        expect(
          heat.reduce((all, row) => all + Number(row[outlet]), 0),
          outlet,
        ).toBe(adopted)
    })
  })

  test('has ink, in light and in dark', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      await openOverview(app)
      await expectInk(app)
      await app.page.getByRole('button', { name: '换成深色' }).click()
      await expectInk(app)
    })
  })

  test('chooses a unit from its table, and the filter says so', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      const unit = (await measures(app)).units[0]!
      await openOverview(app)
      const chart = panel(app, '各单位采用率')
      await chart.getByRole('button', { name: '表格' }).click()
      await app.page.getByRole('button', { name: unit.unit, exact: true }).click()
      await expectFigures(app, { 报送件数: String(unit.submitted), 采用件数: String(unit.adopted) })
      const filter = app.page.getByRole('banner').getByRole('button', { name: '单位:' })
      await expect.poll(() => filter.innerText()).toContain(unit.unit)
    })
  })

  test('sorts its table and saves it as CSV with all rows', async () => {
    await withApp(async (app) => {
      await importAll(app, [ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      const { units } = await measures(app)
      await openOverview(app)
      await panel(app, '各单位采用率').getByRole('button', { name: '表格' }).click()
      const table = app.page.getByRole('table')
      await table.getByRole('button', { name: '报送件数' }).click()
      const sorted = (await tableRows(table)).map((row) => Number(row['报送件数']))
      expect(sorted).toEqual(units.map(({ submitted }) => submitted).sort((a, b) => b! - a!))
      const [download] = await Promise.all([
        app.page.waitForEvent('download'),
        app.page.getByRole('button', { name: '保存为 CSV' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.csv$/)
    })
  })
})

describe('leaving', () => {
  test('with data that are not kept asks first; staying keeps them, leaving loses them', async () => {
    await withApp(
      async (app) => {
        await importAll(app, [SPRING])
        await app.keeps('unsaved')
        // The import leads to this room: a reload while it is still on its way there comes back where it began.
        await app.part('overview-figures').waitFor()
        const kinds: string[] = []
        let stay = true
        app.page.on('dialog', (dialog) => {
          kinds.push(dialog.type())
          void (stay ? dialog.dismiss() : dialog.accept())
        })
        await app.page.evaluate(() => setTimeout(() => location.reload()))
        await expect.poll(() => kinds).toEqual(['beforeunload'])
        expect((await measures(app)).total.submitted).toBe(6)
        stay = false
        await app.page.evaluate(() => setTimeout(() => location.reload()))
        await app.page.getByText('还没有数据').waitFor()
        expect(kinds).toEqual(['beforeunload', 'beforeunload'])
        expect((await measures(app)).total.submitted).toBe(0)
      },
      { prepare: inWorker("Object.defineProperty(self, 'indexedDB', { value: undefined })") },
    )
  })

  test('with everything kept asks nothing', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      const kinds: string[] = []
      app.page.on('dialog', (dialog) => {
        kinds.push(dialog.type())
        void dialog.accept()
      })
      await app.page.reload()
      await app.keeps('saved')
      expect(kinds).toEqual([])
      expect((await measures(app)).total.submitted).toBe(6)
    })
  })

  test('without data asks nothing', async () => {
    await withApp(async (app) => {
      await app.part('sample').first().waitFor()
      await app.page.getByRole('button', { name: '快捷键' }).click()
      const kinds: string[] = []
      app.page.on('dialog', (dialog) => {
        kinds.push(dialog.type())
        void dialog.accept()
      })
      await app.page.reload()
      await app.part('sample').first().waitFor()
      expect(kinds).toEqual([])
    })
  })
})

describe('language and theme', () => {
  /** A ledger without a Chinese character: what is Chinese on the screen is the app's. */
  const LATIN = textFile(
    'log.csv',
    'unit,title,submitted on,status,outlet,adopted on',
    ...Array.from({ length: 24 }, (_, at) => {
      const day = `2024-0${1 + (at % 6)}-1${at % 9}`
      const adopted = at % 3 === 0
      return `Unit ${'ABC'[at % 3 === 0 ? at % 2 : at % 3]},Report ${at},${day},${adopted ? 'adopted' : at === 23 ? 'pending' : 'not adopted'},${adopted ? (at % 2 ? 'Daily' : 'Weekly') : ''},${adopted ? day : ''}`
    }),
    'Unit A,No such day,2024-02-30,not adopted,,',
  )

  /** Chinese or an untranslated key on the screen, in titles, labels, placeholders, options; the way back to Chinese may stay. */
  async function foreign(app: App): Promise<string[]> {
    return app.page.evaluate(() => {
      const told = [...document.querySelectorAll('*')].flatMap((element) =>
        ['title', 'aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      )
      const texts: string[] = [...told]
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
      const key = /\b(?:shell|data|common|charts|overview|verdict|finding)\.[a-z][\w.'[\]-]+/
      return texts
        .map((text) => text.trim())
        .filter((text) => (/\p{Script=Han}|[，。：；（）「」]/u.test(text) || key.test(text)) && text !== '中文')
    })
  }

  test('English leaves no Chinese and no missing words in the app', async () => {
    await withApp(async (app) => {
      const warnings: string[] = []
      app.page.on('console', (message) => {
        if (message.type() === 'warning') warnings.push(message.text())
      })
      await app.page.getByRole('button', { name: 'English' }).click()
      await app.page
        .getByRole('button', { name: 'Keyboard shortcuts' })
        .or(app.page.getByRole('button', { name: /keys|shortcuts/i }))
        .first()
        .click()
      await app.page.getByRole('dialog').waitFor()
      expect.soft(await foreign(app), 'start and keys').toEqual([])
      await app.page.keyboard.press('Escape')
      expect(await app.page.locator('html').getAttribute('lang')).toBe('en')

      await app.choose([{ ...PICTURE, name: 'shot.csv' }])
      await app.part('import-failed').waitFor()
      expect.soft(await foreign(app), 'refused').toEqual([])

      await app.choose([LATIN])
      await app.part('import-accept').waitFor()
      await app.page.locator('details summary').first().click()
      expect.soft(await foreign(app), 'proposal').toEqual([])
      await recordPaint(app)
      await app.part('import-accept').click()
      await app.part('overview-figures').waitFor()
      expect((await measures(app)).total.submitted).toBe(24)
      const charts = app.page.locator('section').filter({ has: app.page.locator('canvas') })
      await expect.poll(() => charts.count()).toBe(5)
      for (const chart of await charts.all()) await expect.poll(() => inkOf(chart)).toBeGreaterThan(1000)
      await expect.poll(() => painted(app)).toContain('Weekly')
      expect((await painted(app)).match(/.*[\p{Script=Han}，。：；].*/gu)).toBeNull()
      expect.soft(await foreign(app), 'overview').toEqual([])
      for (const table of await app.page.locator('button[aria-pressed]').all()) await table.click()
      expect.soft(await foreign(app), 'tables').toEqual([])
      await app.part('filter-period').selectOption('2024-03')
      await expect.poll(() => figureLine(app)).toMatch(/\d/)
      expect.soft(await foreign(app), 'filtered').toEqual([])

      await app.page.getByRole('navigation').getByRole('link').first().click()
      await app.part('import-entry').waitFor()
      expect.soft(await foreign(app), 'data').toEqual([])
      await app.page.getByRole('button', { name: 'Erase everything' }).click()
      await app.page.getByRole('dialog').waitFor()
      expect.soft(await foreign(app), 'clear').toEqual([])
      expect(warnings.filter((text) => /intlify|translat|missing|not found/i.test(text))).toEqual([])
    })
  })

  function figureLine(app: App): Promise<string> {
    return app.part('overview-figures').innerText()
  }

  test('English names the tab too', async () => {
    await withApp(async (app) => {
      await app.page.getByRole('button', { name: 'English' }).click()
      await app.page.getByRole('link', { name: 'Overview' }).click()
      await expect.poll(() => app.page.title()).toMatch(/Caiyong/)
      expect(await app.page.title()).not.toMatch(/\p{Script=Han}/u)
    })
  })

  test('English is kept over a reload, and goes back to Chinese', async () => {
    await withApp(async (app) => {
      await app.page.getByRole('button', { name: 'English' }).click()
      await app.page.getByRole('link', { name: 'Overview' }).waitFor()
      await app.page.reload()
      await app.page.getByRole('link', { name: 'Overview' }).waitFor()
      await app.page.getByRole('button', { name: '中文' }).click()
      await app.page.getByRole('link', { name: '总览' }).waitFor()
      expect(await app.page.locator('html').getAttribute('lang')).toBe('zh-CN')
    })
  })

  /** How bright what stands behind an element is, 0–255. */
  function brightness(app: App, selector: string): Promise<number> {
    return app.page.evaluate((target) => {
      for (let element = document.querySelector(target); element; element = element.parentElement) {
        const [red, green, blue, alpha] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
        if (alpha !== 0 && red !== undefined) return (red + green! + blue!) / 3
      }
      return 255
    }, selector)
  }

  test('the dark theme is dark everywhere and kept over a reload', async () => {
    await withApp(async (app) => {
      await app.part('sample').first().waitFor()
      expect(await brightness(app, '#main')).toBeGreaterThan(200)
      await app.page.getByRole('button', { name: '换成深色' }).click()
      await expect.poll(() => brightness(app, '#main')).toBeLessThan(80)
      await expect.poll(() => brightness(app, 'header')).toBeLessThan(80)
      await expect.poll(() => brightness(app, 'nav')).toBeLessThan(80)
      await app.page.reload()
      await app.part('sample').first().waitFor()
      await expect.poll(() => brightness(app, '#main')).toBeLessThan(80)
      await importAll(app, [SPRING])
      await openOverview(app)
      for (const part of ['[data-testid="overview-figures"]', '.chart-panel', 'header select'])
        await expect.poll(() => brightness(app, part), { message: part }).toBeLessThan(90)
      await app.page.getByRole('button', { name: '换成浅色' }).click()
      await expect.poll(() => brightness(app, '#main')).toBeGreaterThan(200)
    })
  })
})
