import { describe, expect, test } from 'vitest'
import type { App } from './helpers'
import { go, importAll, SPRING, SPRING_TOTAL, SUMMER, textFile, total } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const hint = (app: App, direction: 'undo' | 'redo' = 'undo') => app.part(direction).getAttribute('title')
const period = (app: App) => app.part('filter-period').inputValue()
const NOTE = '去掉2024年1月的备注'

/** Writes what happened in January 2024 into the room Trends. */
async function addNote(app: App): Promise<void> {
  await app.page.locator('form.control__settings select').selectOption('2024-01')
  await app.page.getByPlaceholder('那个月发生了什么').fill('机构改革')
  await app.page.getByRole('button', { name: '加备注' }).click()
  await app.page.getByRole('button', { name: NOTE }).waitFor()
}

describe('a filter', () => {
  test('stands over a change of the ledger and over its undo, which goes back first', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '趋势')
      await app.part('filter-period').selectOption('2024H1')
      await app.page.waitForURL(/p=2024H1/)
      await addNote(app)
      expect([await period(app), await hint(app)]).toEqual(['2024H1', expect.stringContaining('改设置')])
      expect(app.page.url()).toContain('p=2024H1')
      await app.page.keyboard.press('Control+z')
      await app.page.getByRole('button', { name: NOTE }).waitFor({ state: 'detached' })
      expect([await period(app), await hint(app)]).toEqual(['2024H1', expect.stringContaining('筛选')])
      await app.part('undo').click()
      await expect.poll(() => period(app)).toBe('')
      await app.part('redo').click()
      await expect.poll(() => period(app)).toBe('2024H1')
      await app.part('redo').click()
      await app.page.getByRole('button', { name: NOTE }).waitFor()
      expect(await period(app)).toBe('2024H1')
    })
  })

  test('stands while another file is imported; the units meant are the same', async () => {
    await withApp(async (app) => {
      await importAll(app, [SUMMER])
      await go(app, '单位')
      await app.page.getByRole('banner').getByRole('button', { name: '单位:' }).click()
      await app.page.getByRole('checkbox', { name: '城关镇' }).check()
      await app.page.keyboard.press('Escape')
      await app.page.waitForURL(/u=1/)
      // Of an import that is put in its place another unit comes first.
      await go(app, '数据')
      await app.page.getByRole('button', { name: '替换' }).click()
      await importAll(app, [SPRING_FROM_TOWN])
      await go(app, '单位')
      await app.page.getByRole('button', { name: '去掉筛选：城关镇' }).waitFor()
      await app.page.waitForURL(/u=0/)
      await app.part('undo').click()
      await app.page.waitForURL(/u=1/)
      await app.page.getByRole('button', { name: '去掉筛选：城关镇' }).waitFor()
    })
  })

  test('keeps the rows behind a number while one of them is corrected', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.enter('#/rows?p=2024Q1&bm=submitted&bu=1')
      await expect.poll(() => app.part('rows-found').innerText()).toBe('2 行，合计 2')
      await app.page.getByRole('button', { name: /第 4 行/ }).click()
      await app.part('row-dialog').waitFor()
      await app.page.getByRole('dialog').getByLabel('标题').fill('防汛物资储备情况')
      await app.part('row-save').click()
      await app.page.getByText('防汛物资储备情况').first().waitFor()
      expect(await app.part('rows-found').innerText()).toBe('2 行，合计 2')
      expect(app.page.url()).toMatch(/p=2024Q1.*bm=submitted|bm=submitted.*p=2024Q1/)
    })
  })
})

/** As the summer's ledger, with the units the other way round. */
const SPRING_FROM_TOWN = textFile(
  '换序.csv',
  '单位,标题,报送日期,采用载体',
  '城关镇,防汛物资储备,2024-01-09,手机报',
  '东岭乡,春耕备耕进展,2024-01-05,手机报',
)

/** A file that asks what two words mean. */
const ASKING = textFile(
  '三月.csv',
  '标题,单位,报送日期,状态',
  '春耕备耕,甲局,2024-03-05,上刊了',
  '防汛物资,甲局,2024-03-06,丙类处理',
  '夜市管理,甲局,2024-03-07,采用',
)

describe('while dropped files wait for an answer', () => {
  test('undo takes back the answers to them, and never the import before', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '数据')
      await app.choose([ASKING])
      await app.part('import-accept').waitFor()
      expect([await app.part('undo').isDisabled(), await hint(app)]).toEqual([true, '撤销：这些文件还没有改过什么'])
      await app.page.keyboard.press('Control+z')
      const ask = app.page.locator('.value-ask--open')
      await ask.getByLabel(/上刊了/).selectOption({ label: '采用' })
      await ask.getByLabel(/丙类处理/).selectOption({ label: '未采用' })
      await ask.getByRole('button', { name: '确定' }).click()
      await ask.waitFor({ state: 'detached' })
      await expect.poll(() => hint(app)).toBe('撤销：改 三月.csv 的识别')
      await app.page.keyboard.press('Control+z')
      await ask.waitFor()
      expect([await app.part('undo').isDisabled(), await hint(app, 'redo')]).toEqual([true, '重做：改 三月.csv 的识别'])
      // A table that was skipped leaves nothing to import, and comes back.
      await app.page.getByRole('button', { name: '跳过这张表' }).click()
      await app.part('import-failed').waitFor()
      await app.part('undo').click()
      await app.part('import-accept').waitFor()
      await app.page.getByRole('button', { name: '不导入' }).click()
      await expect.poll(() => hint(app)).toBe(`撤销：导入 ${SPRING.name}`)
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })
})

describe('settings of rooms', () => {
  test('stand in the address, wait for whoever comes back, survive a reload, and are steps of undo', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.keeps('saved')
      await go(app, '单位')
      const measure = app.page.locator('div.control__settings select').first()
      const byAdopted = app.page.getByLabel('采用件数', { exact: true })
      await byAdopted.check({ force: true })
      await app.page.waitForURL(/ub=adopted/)
      await go(app, '趋势')
      await measure.selectOption('submitted')
      await app.page.waitForURL(/tm=submitted/)
      await app.page.locator('div.control__settings select').nth(1).selectOption('wheeler')
      await app.page.waitForURL(/tr=wheeler/)
      await go(app, '单位')
      await expect.poll(() => byAdopted.isChecked()).toBe(true)
      await app.page.reload()
      await expect.poll(() => byAdopted.isChecked()).toBe(true)
      await go(app, '趋势')
      await expect.poll(() => measure.inputValue()).toBe('submitted')
      await measure.selectOption('adopted')
      await app.page.waitForURL(/tm=adopted/)
      await expect.poll(() => hint(app)).toBe('撤销：图表设置')
      await app.part('undo').click()
      await expect.poll(() => measure.inputValue()).toBe('submitted')
      await app.page.goBack()
      await expect.poll(() => measure.inputValue()).toBe('adopted')
      expect(decodeURIComponent(app.page.url())).not.toMatch(/\p{Script=Han}/u)
      // What nobody could have set is as usual.
      await app.enter('#/trends?tm=nothing&tb=-3&ts=2024-99')
      await expect.poll(() => measure.inputValue()).toBe('rate')
    })
  })
})
