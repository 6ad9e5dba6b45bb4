import { expect, test } from 'vitest'
import type { App } from './helpers'
import { go, importAll, SPRING, tableRows, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const HEAD = '报送单位,标题,报送日期,采用载体,采用日期'

/** A day of a half-year, spread over its first five months, so that decisions are in. */
function dayOf(half: 1 | 2, year: number, at: number): string {
  const month = (half === 1 ? 1 : 7) + (at % 5)
  return `${year}-${String(month).padStart(2, '0')}-${String(3 + (at % 20)).padStart(2, '0')}`
}

/** Rows of a unit in a half-year, the first of them adopted ten days later. */
function rows(unit: string, half: 1 | 2, year: number, submitted: number, adopted: number): string[] {
  return Array.from({ length: submitted }, (_, at) => {
    const day = dayOf(half, year, at)
    const taken = `${day.slice(0, 8)}${String(Number(day.slice(8)) + 5).padStart(2, '0')}`
    return `${unit},${unit}${year}${half}第${at}件,${day},${at < adopted ? `《日报》,${taken}` : ','}`
  })
}

/** 甲局 rose, 乙镇 fell, 丙局 stayed, 丁乡 sent too few in the second half-year. */
const TWO_HALVES = textFile(
  '两个半年.csv',
  HEAD,
  ...rows('甲局', 1, 2024, 40, 10),
  ...rows('乙镇', 1, 2024, 40, 30),
  ...rows('丙局', 1, 2024, 40, 20),
  ...rows('丁乡', 1, 2024, 20, 10),
  ...rows('甲局', 2, 2024, 40, 30),
  ...rows('乙镇', 2, 2024, 40, 10),
  ...rows('丙局', 2, 2024, 40, 21),
  ...rows('丁乡', 2, 2024, 3, 3),
  // The ledger ends on the last day of the half-year.
  '戊局,年末一件,2024-12-31,,',
)

const changesPanel = (app: App) =>
  app.page.locator('section').filter({ has: app.page.getByRole('img', { name: '各单位采用率的升降' }) })

test('the last half-year is compared once the ledger is said to be complete, and names who rose and who fell', async () => {
  await withApp(async (app) => {
    await importAll(app, [TWO_HALVES])
    await go(app, '趋势')
    await app.part('filter-period').selectOption('2024H2')
    await app.page.getByText('仍有信息待采用，各单位暂不与上期比较').first().waitFor()

    const field = app.part('recorded-to')
    await field.fill('2024-12-30')
    await field.press('Tab')
    await app.page.getByText('台账里已有 2024-12-31 的记录，不能早于这一天').waitFor()
    expect(await field.inputValue()).toBe('')
    await app.keeps('saved')
    const before = await app.savedRevision()
    await field.fill('2025-01-20')
    await field.press('Tab')
    const title = '2024年下半年与上期相比，甲局采用率明显提高，乙镇采用率明显下降，其余 1 个单位看不出升降'
    await app.page.getByRole('heading', { name: title }).waitFor()

    // It is a setting of the office: one step of undo, kept, and the same in the room of names.
    await app.savedAfter(before)
    await app.page.reload()
    await app.page.getByRole('heading', { name: title }).waitFor()
    await go(app, '名册与名称')
    await expect.poll(() => app.part('recorded-to').inputValue()).toBe('2025-01-20')
    await app.part('undo').click()
    await expect.poll(() => app.part('recorded-to').inputValue()).toBe('')
  })
})

test('each number of the table opens its rows, and the earlier period is a choice of the address', async () => {
  await withApp(async (app) => {
    await importAll(app, [TWO_HALVES])
    await go(app, '趋势')
    await app.part('recorded-to').fill('2025-01-20')
    await app.part('recorded-to').press('Tab')
    await changesPanel(app).getByRole('button', { name: '表格' }).press('Enter')
    const table = app.page.getByRole('table', { name: '各单位采用率的升降' })
    // The day was just said: what follows from it is on its way.
    await expect
      .poll(() => tableRows(table))
      .toMatchObject([
        {
          单位: '甲局',
          '2024年上半年采用件数': '10',
          '2024年下半年采用件数': '30',
          '升降（百分点）': '+50.0',
          判断: '明显提高',
        },
        { 单位: '乙镇', '升降（百分点）': '−50.0', 判断: '明显下降' },
        { 单位: '丙局', '升降（百分点）': '+2.5', 判断: '看不出升降' },
        { 单位: '丁乡', 判断: '件数太少' },
        { 单位: '戊局', '2024年上半年报送件数': expect.stringContaining('—'), 判断: '没有可比的采用率' },
      ])
    const adopted = table.getByRole('row', { name: /乙镇/ }).getByRole('button', { name: /^30/ })
    await adopted.press('Enter')
    await expect.poll(() => app.part('rows-found').innerText()).toMatch(/合计 30$/)

    await app.page.goBack()
    await changesPanel(app).waitFor()
    await app.page.getByText('上年同期', { exact: true }).last().click()
    await app.page.waitForURL(/te=lastYear/)
    await app.page.getByText('没有单位前后两期都有足够的件数可比').first().waitFor()
    await app.part('undo').click()
    await app.page.getByRole('heading', { name: /^2024年下半年与上期相比，甲局/ }).waitFor()
  })
})

test('a grown ledger says how many of its rows tell more of known items', async () => {
  await withApp(async (app) => {
    await importAll(app, [SPRING])
    const grown = textFile(
      '春季台账二.csv',
      '报送单位,标题,报送日期,采用载体',
      '东岭乡,春耕备耕进展,2024-01-05,手机报',
      '东岭乡,乡村道路养护,2024-02-06,《市日报》',
      '石桥镇,四月新事,2024-04-21,',
    )
    await app.choose([grown])
    await app.part('import-accept').waitFor()
    await app.page.getByText('（1 行是已有信息的新进展，不另计件）').waitFor()
    await app.part('import-accept').click()
    await app.page.getByText('计入 2 行（其中 1 行是已有信息的新进展），重复 1 行').waitFor()
  })
})
