import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FALSE_ALARMS } from '../../src/stats/falseAlarms'
import { METHOD_PARTS } from '../../src/views/methodTopics'
import type { App } from './helpers'
import { go, importAll, tableRows, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

/** Items of a unit in a month of 2023 or 2024: `adopted` of `submitted` by the city's daily, ten days later. */
function items(unit: string, group: string, month: string, submitted: number, adopted: number): string[] {
  return Array.from({ length: submitted }, (_, i) =>
    [
      unit,
      group,
      `${unit}${month}第${i}条`,
      ['张伟', '李娜'][i % 2],
      `${month}-05`,
      ...(i < adopted ? [i % 3 === 0 ? '市日报、县信息' : '市日报', `${month}-15`] : ['', '']),
    ].join(','),
  )
}

const MONTHS = Array.from(
  { length: 24 },
  (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)

/**
 * Two years. 甲局 has 60 % adopted, 乙局 20 %, 丙局 40 %, all of many items; 丁镇 has three items, one adopted. In December 2024 nearly all of 甲局's
 * items were adopted, and of 丙局's too: a planted signal.
 */
const YEARS = textFile(
  '两年台账.csv',
  '单位,分组,标题,作者,报送日期,采用载体,采用日期',
  ...MONTHS.flatMap((month, i) => [
    ...items('甲局', '县直部门', month, 5, i === 23 ? 5 : 3),
    // Up and down by turns: no run on one side of the mean.
    ...items('乙局', '县直部门', month, 5, i === 23 ? 5 : i % 2 === 0 ? 0 : 2),
    ...items('丙局', '县直部门', month, 5, i === 23 ? 5 : 2),
  ]),
  ...items('丁镇', '乡镇', '2024-03', 3, 1),
  // A last day far enough from the last month, so that it is mature.
  ...items('丙局', '县直部门', '2025-03', 1, 0),
)

async function table(app: App, caption: string): Promise<Record<string, string>[]> {
  const panel = app.page.locator('section').filter({ has: app.page.getByRole('img', { name: caption }) })
  await panel.getByRole('button', { name: '表格' }).click()
  return tableRows(app.page.getByRole('table', { name: caption }))
}

describe('the Units room', () => {
  test('says who differs and who cannot be judged, with n/d and rank ranges', async () => {
    await withApp(async (app) => {
      await importAll(app, [YEARS])
      await go(app, '单位')
      await app.page.getByRole('heading', { name: /甲局显著偏高，乙局显著偏低/ }).waitFor()
      const rows = await table(app, '县直部门单位名次和名次范围')
      expect(rows.map((row) => [row['单位'], row['名次'], row['名次范围'], row['报送件数'], row['采用件数']])).toEqual([
        ['甲局', '1', '1', '120', '74'],
        ['丙局', '2', '2', '121', '51'],
        ['乙局', '3', '3', '120', '27'],
      ])
      const funnel = await table(app, '各单位采用率与报送件数')
      expect(funnel.find((row) => row['单位'] === '丁镇')?.['判断']).toBe('件数太少，高低尚不能判断')
      await app.page.getByLabel('采用次数', { exact: true }).check({ force: true })
      await app.page.getByText('名次范围（近似').first().waitFor()
    })
  })

  test('a unit pressed opens its card, with people, rank and its group; back closes it', async () => {
    await withApp(async (app) => {
      await importAll(app, [YEARS])
      await go(app, '单位')
      await app.page.getByRole('heading', { name: /甲局显著偏高/ }).waitFor()
      await table(app, '县直部门单位名次和名次范围')
      await app.page.getByRole('button', { name: '乙局', exact: true }).click()
      const card = app.part('unit-card')
      await card.waitFor()
      await expect.poll(() => card.innerText()).toContain('第 3 名，共 3 个单位')
      await expect.poll(() => card.innerText()).toContain('县直部门 3 个单位采用率 42.1%（152/361）')
      // 27/120 against the 125/241 of the two others of its group: far outside chance.
      await expect
        .poll(() => card.getByRole('heading', { level: 2 }).allInnerTexts())
        .toContainEqual(expect.stringMatching(/^采用率比本组其他单位低29\.4个百分点.*明显偏低/))
      await card.getByText('作者（2 人）').waitFor()
      // The step that goes back below is this one.
      await app.page.waitForURL(/u=\d/)
      expect(app.page.url()).not.toContain(encodeURIComponent('乙局'))
      await app.page.goBack()
      await card.waitFor({ state: 'detached' })
      await app.page.goForward()
      await card.waitFor()
      await app.page.getByRole('button', { name: '去掉筛选：乙局' }).click()
      await card.waitFor({ state: 'detached' })
      // Filters are steps of undo like everything else, the newest first; then it is the turn of the ledger.
      await app.part('undo').click()
      await card.waitFor()
      await app.part('redo').click()
      await card.waitFor({ state: 'detached' })
    })
  })
})

/** Six items of each unit; two of 甲局 with an instruction of the same leader, one of them adopted, three commissioned. */
const INSTRUCTED = textFile(
  '批示台账.csv',
  '单位,标题,报送日期,采用载体,批示,约稿',
  '甲局,水库除险加固,2024-03-01,市日报,张市长,是',
  '甲局,用水定额调整,2024-03-02,,张市长,',
  '甲局,节水宣传周活动,2024-03-03,市日报,,是',
  '甲局,河道清淤进展,2024-03-04,,,是',
  '甲局,农村饮水安全,2024-03-05,,,',
  '甲局,防汛物资储备,2024-03-06,,,',
  ...Array.from({ length: 6 }, (_, i) => `乙局,医保参保动员${i},2024-03-0${i + 1},,,`),
)

test('the card of a unit tells of instructions and commissioned items, and opens the items', async () => {
  await withApp(async (app) => {
    await importAll(app, [INSTRUCTED])
    await go(app, '单位')
    await table(app, '单位名次和名次范围')
    await app.page.getByRole('button', { name: '甲局', exact: true }).first().click()
    await app.part('unit-card').waitFor()
    expect(await tableRows(app.page.getByRole('table', { name: '甲局受到批示的信息' }))).toMatchObject([
      { 批示: '张市长', 报送件数: '2', 采用件数: '1', 采用率: '50.0%' },
    ])
    const commissioned = app.page.getByRole('table', { name: '甲局的约稿' })
    expect(await tableRows(commissioned)).toMatchObject([{ 约稿: '是', 报送件数: '3', 采用件数: '2' }])
    await commissioned.getByRole('button', { name: '2', exact: true }).click()
    await app.part('rows-found').waitFor()
    expect(await app.part('rows-found').innerText()).toMatch(/^2 行/)
  })
  // Where sheets say nothing of them, nothing is shown.
  await withApp(async (app) => {
    await importAll(app, [YEARS])
    await go(app, '单位')
    await table(app, '县直部门单位名次和名次范围')
    await app.page.getByRole('button', { name: '乙局', exact: true }).click()
    await app.part('unit-card').getByText('作者（2 人）').waitFor()
    expect(await app.part('unit-card').innerText()).not.toMatch(/批示|约稿/)
  })
})

describe('the Outlets room', () => {
  test('shows streams, levels and the time to adoption', async () => {
    await withApp(async (app) => {
      await importAll(app, [YEARS])
      await go(app, '载体')
      await app.page.getByRole('heading', { name: /半数在报送后 10 天内采用，约九成在 10 天内/ }).waitFor()
      const rows = await table(app, '单位到载体的采用次数')
      expect(rows[0]).toMatchObject({ 单位: '甲局', 载体: '市日报', 采用次数: '74' })
      await app.page.getByRole('table', { name: '单位到载体的采用次数' }).getByRole('button', { name: '74' }).click()
      await app.page.getByText('「甲局 · 市日报 · 采用次数」背后的行').waitFor()
      expect(await app.part('rows-found').innerText()).toBe('74 行，合计 74')
    })
  })
})

describe('the Trends room', () => {
  test('finds the planted month, by the rule that it names, and is silent on the others', async () => {
    await withApp(async (app) => {
      await importAll(app, [YEARS])
      await go(app, '趋势')
      await app.page.getByText('正常波动范围按 Laney').first().waitFor()
      const rows = await table(app, '各月与正常波动范围')
      const marked = rows.filter((row) => row['信号'] !== '' && row['信号'] !== '未成熟')
      expect(marked.map((row) => [row['时段'], row['信号']])).toEqual([['2024年12月', '超出正常波动范围']])
      await app.page.getByLabel('看').selectOption({ label: '采用件数' })
      await app.page.getByText('正常波动范围按 XmR 计算').first().waitFor()
    })
  })

  test('half-years and the same period last year are compared with intervals', async () => {
    await withApp(async (app) => {
      await importAll(app, [YEARS])
      await go(app, '趋势')
      await app.part('filter-period').selectOption('2024H1')
      await app.page.getByRole('heading', { name: /2024年上半年与上年同期相比.*95%区间.*在正常波动内/ }).waitFor()
      const rows = await tableRows(app.page.getByRole('table', { name: '同期比较' }))
      expect(rows.map((row) => [row['时段'], row['报送件数'], row['采用件数']])).toEqual([
        ['本期 2024年上半年', '93', '37'],
        ['上期 2023年下半年', '90', '36'],
        ['上年同期 2023年上半年', '90', '36'],
        ['年初至今 2024年上半年', '93', '37'],
        ['上年同期累计 2023年上半年', '90', '36'],
      ])
    })
  })
})

describe('the address', () => {
  test('carries the filters from room to room, and back leads through them', async () => {
    await withApp(async (app) => {
      await importAll(app, [YEARS])
      await go(app, '总览')
      await app.part('filter-period').selectOption('2024-03')
      await expect.poll(() => app.page.url()).toContain('p=2024-03')
      await app.page.getByRole('banner').getByText('按采用时间').click()
      await expect.poll(() => app.page.url()).toContain('c=adopted')
      await go(app, '单位')
      expect(app.page.url()).toContain('p=2024-03')
      const clock = app.page.getByRole('banner').getByLabel('按报送时间')
      await app.page.goBack()
      await app.page.locator('nav a[href^="#/overview"][aria-current=page]').waitFor()
      expect(await clock.isChecked()).toBe(false)
      await app.page.goBack()
      // The address is there first, the page follows it.
      await expect.poll(() => app.page.url()).not.toContain('c=adopted')
      await expect.poll(() => clock.isChecked()).toBe(true)
      await app.page.goBack()
      await expect.poll(() => app.part('filter-period').inputValue()).toBe('')
    })
  })
})

test('the menu of a chart saves an SVG and opens the rows behind it, by keyboard', async () => {
  await withApp(async (app) => {
    await importAll(app, [YEARS])
    await go(app, '载体')
    const panel = app.page.locator('.chart-panel').first()
    const menu = panel.locator('.menu-button > button')
    await panel.locator('canvas').first().waitFor()
    const choose = async (label: string): Promise<void> => {
      await menu.focus()
      await app.page.keyboard.press('ArrowDown')
      const item = panel.getByRole('button', { name: label })
      while (!(await item.evaluate((own) => own === document.activeElement))) await app.page.keyboard.press('ArrowDown')
      await app.page.keyboard.press('Enter')
    }
    const [download] = await Promise.all([app.page.waitForEvent('download'), choose('保存为 SVG')])
    expect(download.suggestedFilename()).toMatch(/\.svg$/)
    const svg = readFileSync(await download.path(), 'utf8')
    const title = await panel.locator('.chart-panel__title').innerText()
    const texts = await app.page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        broken: parsed.querySelector('parsererror') !== null,
        chart: parsed.querySelectorAll('g path').length,
        words: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent).join(''),
      }
    }, svg)
    expect(texts.broken).toBe(false)
    expect(texts.chart).toBeGreaterThan(3)
    expect(texts.words).toContain(title)
    await choose('查看背后的行')
    await app.part('rows-found').waitFor()
    expect(new URL(app.page.url()).href).toMatch(/bm=placements/)
  })
})

describe('the Method page', () => {
  test('names formula, source, golden test and limit of everything shown, in both languages', async () => {
    await withApp(async (app) => {
      await go(app, '方法')
      const page = app.page.getByRole('article')
      const topics = METHOD_PARTS.flatMap((part): readonly string[] => part.topics)
      const read = () =>
        page.locator('[data-topic]').evaluateAll((sections) =>
          sections.map((own) => ({
            topic: own.getAttribute('data-topic')!,
            formula: [...own.querySelectorAll('p')].map(({ textContent }) => textContent).join(' '),
            facts: [...own.querySelectorAll('[data-fact]')].map(({ textContent }) => textContent.trim()),
          })),
        )
      await page.locator('[data-topic]').first().waitFor()
      const chinese = await read()
      expect(chinese.map(({ topic }) => topic)).toEqual(topics)
      for (const { topic, formula, facts } of chinese) {
        expect(formula.length, topic).toBeGreaterThan(10)
        expect(facts.filter((fact) => fact.length > 3).length, topic).toBe(3)
        expect(facts[1], topic).toMatch(/\d/)
      }
      const text = await page.innerText()
      for (const formula of [
        '2(n + z²)',
        '√((p₁ − l₁)²',
        '|zᵢ − zᵢ₋₁|',
        '3.267·mR̄',
        'sin²(asin√p̄',
        '(r − a)/n',
        'Holm',
      ])
        expect(text).toContain(formula)
      const cells = await page.locator('tbody td').allInnerTexts()
      for (const { any, series } of FALSE_ALARMS)
        for (const share of [any, series]) expect(cells).toContain(`${(share * 100).toFixed(2)}%`)
      await app.page.getByRole('button', { name: 'English' }).click()
      await app.page.getByRole('heading', { name: 'Method', exact: true }).waitFor()
      expect(await page.innerText()).not.toMatch(/\p{Script=Han}/u)
      expect((await read()).map(({ topic }) => topic)).toEqual(topics)
    })
  })
})
