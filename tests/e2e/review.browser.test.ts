import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import type { Download } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { App } from './helpers'
import { figure, go, importAll, measures, openOverview, tableRows, textFile, total } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const UNKNOWN_HEADER = textFile(
  '看不懂.csv',
  '某某县台账,,',
  '甲栏,乙栏,丙栏',
  '甲局,春耕备耕,2024-03-05',
  '乙局,防汛物资,2024-03-06',
)
const WORDS = (name: string, unit: string) =>
  textFile(
    name,
    '标题,单位,报送日期,状态',
    `春耕备耕,${unit},2024-03-05,上刊了`,
    `防汛物资,${unit},2024-03-06,丙类处理`,
    `夜市管理,${unit},2024-03-07,采用`,
  )
const BAD_DATES = textFile(
  '错日期.csv',
  '单位,标题,报送日期,采用载体',
  '甲局,春耕备耕,2024-02-30,市日报',
  '甲局,防汛物资,2024-03-06,',
  '乙局,夜市管理,2024-02-30,',
)

async function download(app: App, press: () => Promise<unknown>): Promise<Download> {
  const [saved] = await Promise.all([app.page.waitForEvent('download'), press()])
  return saved
}

describe('the review', () => {
  test('a header that was not recognised is pointed at, and then known', async () => {
    await withApp(async (app) => {
      await app.choose([UNKNOWN_HEADER])
      await app.part('import-failed').waitFor()
      await app.page.getByText('指出表头在哪一行').click()
      await app.page.getByRole('button', { name: '用作表头：第 2' }).click()
      for (const [header, meaning] of [
        ['甲栏', '单位'],
        ['乙栏', '标题'],
        ['丙栏', '报送日期'],
      ] as const)
        await app.page.getByLabel(`「${header}」一列的含义`).selectOption({ label: meaning })
      await app.page.getByText('导入后：报送 2 件').waitFor()
      await app.part('import-accept').click()
      await app.part('import-done').waitFor()
      expect(await total(app)).toMatchObject({ submitted: 2 })
      await app.choose([textFile('四月.csv', '某某县台账,,', '四月,,', '甲栏,乙栏,丙栏', '丙局,夜市管理,2024-04-05')])
      await app.part('import-accept').waitFor()
      expect(await app.page.locator('article.sheet').innerText()).toContain('认得这个表头')
      expect(await app.part('import-accept').innerText()).toBe('导入')
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toMatchObject({ submitted: 3 })
    })
  })

  test('unknown words are explained once; next month the same header asks nothing', async () => {
    await withApp(async (app) => {
      await app.choose([WORDS('三月.csv', '甲局')])
      await app.part('import-accept').waitFor()
      expect(await app.part('import-accept').innerText()).toContain('1 个问题未答')
      const ask = app.page.locator('.value-ask--open')
      await ask.getByLabel(/上刊了/).selectOption({ label: '采用' })
      await ask.getByLabel(/丙类处理/).selectOption({ label: '未采用' })
      await ask.getByRole('button', { name: '确定' }).click()
      await app.page.getByText('导入后：报送 3 件，采用 2 件').waitFor()
      expect(await app.part('import-accept').innerText()).toBe('导入')
      expect(await app.accept()).toBe('done')
      await app.choose([WORDS('四月.csv', '乙局')])
      await app.part('import-accept').waitFor()
      expect(await app.page.locator('.value-ask--open').count()).toBe(0)
      expect(await app.part('import-accept').innerText()).toBe('导入')
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toMatchObject({ submitted: 6, adopted: 4 })
    })
  })

  test('a sheet is left out and taken in again', async () => {
    await withApp(async (app) => {
      await app.choose([BAD_DATES, WORDS('三月.csv', '甲局')])
      await app.part('import-accept').waitFor()
      await app.page.getByRole('button', { name: '跳过这张表' }).first().click()
      await app.page.getByRole('button', { name: '还是导入' }).waitFor()
      expect(await app.part('import-accept').innerText()).toContain('导入能读的 1 个文件')
      await app.page.getByRole('button', { name: '还是导入' }).click()
      await app.page.getByRole('button', { name: '还是导入' }).waitFor({ state: 'detached' })
      expect(await app.accept()).toBe('done')
      expect((await measures(app)).balance).toHaveLength(2)
    })
  })

  test('months that are in already are asked: replaced, they count once', async () => {
    const march = (name: string, title: string) =>
      textFile(name, '单位,标题,报送日期', `甲局,${title},2024-03-05`, '乙局,防汛物资,2024-03-06')
    await withApp(async (app) => {
      await importAll(app, [march('旧.csv', '春耕备耕')])
      await app.choose([march('更正.csv', '春耕备耕做法')])
      await app.part('import-accept').waitFor()
      expect(await app.page.locator('.proposal__repeats').innerText()).toContain('「旧.csv」里已有 2024年3月 的数据')
      await app.page.getByLabel(/更正：用它替换/).check()
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toMatchObject({ submitted: 2 })
      await app.part('undo').click()
      expect(await total(app)).toMatchObject({ submitted: 2 })
      await app.part('undo').click()
      expect(await total(app)).toMatchObject({ submitted: 0 })
    })
  })
})

describe('a finding', () => {
  test('leads to its cell, which is corrected there, that one only', async () => {
    await withApp(async (app) => {
      await importAll(app, [BAD_DATES])
      await go(app, '数据')
      await app.page.getByRole('button', { name: '第 2 行 C 列' }).click()
      const dialog = app.page.getByRole('dialog')
      await dialog.waitFor()
      expect(await dialog.innerText()).toContain('日期「2024-02-30」不存在或看不懂')
      // The cell in question has the focus: typing replaces nothing by accident.
      await expect
        .poll(() => app.page.evaluate(() => (document.activeElement as HTMLInputElement).value))
        .toBe('2024-02-30')
      await app.page.keyboard.press('ControlOrMeta+a')
      await app.page.keyboard.type('2024-02-28')
      await app.page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'hidden' })
      expect(await total(app)).toMatchObject({ submitted: 2, adopted: 1 })
      await app.part('undo').click()
      expect(await total(app)).toMatchObject({ submitted: 1, adopted: 0 })
    })
  })

  test('or wherever the same text stands in the column', async () => {
    await withApp(async (app) => {
      await importAll(app, [BAD_DATES])
      await go(app, '数据')
      await app.page.getByRole('button', { name: '第 4 行 C 列' }).click()
      const dialog = app.page.getByRole('dialog')
      await dialog.getByLabel('报送日期').fill('2024-02-29')
      await dialog.getByLabel('另有 1 行这一列也写着同样的内容').check()
      await app.part('row-save').click()
      await dialog.waitFor({ state: 'hidden' })
      expect(await total(app)).toMatchObject({ submitted: 3, adopted: 1 })
    })
  })

  test('before the import too, and the preview follows', async () => {
    await withApp(async (app) => {
      await app.choose([BAD_DATES])
      await app.part('import-accept').waitFor()
      await app.page.getByRole('button', { name: '第 2 行 C 列' }).click()
      await app.page.getByRole('dialog').getByLabel('报送日期').fill('2024-02-28')
      await app.part('row-save').click()
      await app.page.getByText('导入后：报送 2 件').waitFor()
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toMatchObject({ submitted: 2 })
    })
  })

  test('rows set aside go out as a marked workbook, and come back corrected', async () => {
    await withApp(async (app) => {
      await importAll(app, [BAD_DATES])
      await go(app, '数据')
      const saved = await download(app, () => app.part('marked-workbook').click())
      expect(saved.suggestedFilename()).toBe('需更正的行.xlsx')
      const bytes = await readFile(await saved.path())
      const { Sheets, SheetNames } = read(bytes)
      const text = utils.sheet_to_csv(Sheets[SheetNames[0]!]!)
      expect(text).toContain('2024-02-30')
      expect(text).toContain('日期「2024-02-30」不存在或看不懂')
      expect(text).not.toContain('防汛物资')
      const book = read(bytes, { cellStyles: true })
      const sheet = book.Sheets[book.SheetNames[0]!]!
      for (const cell of Object.values(sheet) as { v?: unknown; w?: unknown; t?: string }[])
        if (cell.v === '2024-02-30') Object.assign(cell, { v: '2024-02-28', w: '2024-02-28' })
      const { write } = await import('@e965/xlsx')
      const buffer = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
      await app.choose([{ name: '需更正的行.xlsx', mimeType: 'application/octet-stream', buffer }])
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toMatchObject({ submitted: 3, adopted: 1 })
    })
  })
})

describe('the rows', () => {
  const LEDGER = textFile(
    '台账.csv',
    '单位,标题,作者,报送日期,采用载体,采用日期',
    '石桥镇,春耕备耕,张伟,2024-03-05,市日报,2024-03-20',
    '县教育局,防溺水宣传,李娜,2024-03-06,,',
    '石桥镇,夏粮收购,张伟,2024-04-06,市日报、手机报,2024-04-09',
  )

  test('every number of the Overview opens exactly the rows that it is made of', async () => {
    await withApp(async (app) => {
      await importAll(app, [LEDGER])
      await openOverview(app)
      await figure(app, '采用次数').getByRole('button').click()
      await app.page.getByText('「采用次数」背后的行').waitFor()
      expect(await app.part('rows-found').innerText()).toBe('3 行，合计 3')
      await app.page.goBack()
      const outlets = app.page
        .locator('section')
        .filter({ has: app.page.getByRole('img', { name: '各载体采用情况', exact: true }) })
      await outlets.getByRole('button', { name: '表格' }).click()
      await app.page
        .getByRole('table')
        .getByRole('row', { name: /手机报/ })
        .getByRole('button', { name: '1', exact: true })
        .click()
      await app.page.getByText('「手机报 · 采用次数」背后的行').waitFor()
      expect(await app.part('rows-found').innerText()).toBe('1 行，合计 1')
      const rows = await tableRows(app.page.getByRole('table'))
      expect(rows).toMatchObject([{ 单位: '石桥镇', 标题: '夏粮收购', 载体: '手机报', 采用日期: '2024-04-09' }])
      await app.page.getByRole('button', { name: '看全部明细' }).click()
      await expect.poll(() => app.part('rows-found').innerText()).toBe('3 行')
    })
  })

  test('are found by pinyin, sorted, and one leads to its cells', async () => {
    await withApp(async (app) => {
      await importAll(app, [LEDGER])
      await app.page.getByRole('link', { name: '明细', exact: true }).click()
      await app.part('rows-search').fill('sqz')
      await expect.poll(() => app.part('rows-found').innerText()).toBe('2 行')
      await app.page.getByRole('button', { name: '报送' }).click()
      await expect
        .poll(async () => (await tableRows(app.page.getByRole('table'))).map((row) => row['标题']))
        .toEqual(['夏粮收购', '春耕备耕'])
      await app.page.getByRole('button', { name: /第 4 行/ }).click()
      await app.page.getByRole('dialog').getByLabel('标题').fill('夏粮收购做法')
      await app.part('row-save').click()
      await expect
        .poll(async () => (await tableRows(app.page.getByRole('table'))).map((row) => row['标题']))
        .toEqual(['夏粮收购做法', '春耕备耕'])
      const saved = await download(app, () => app.page.getByRole('button', { name: '保存为 CSV' }).click())
      const csv = await readFile(await saved.path(), 'utf8')
      expect(csv.startsWith('\ufeff单位,分组,')).toBe(true)
      expect(csv.split('\r\n')).toHaveLength(4)
    })
  })

  test('one item is added by hand, without a ledger', async () => {
    await withApp(async (app) => {
      await app.page.getByRole('link', { name: '明细', exact: true }).click()
      await app.page.getByRole('button', { name: '补录一条' }).click()
      const form = app.part('hand-form')
      await app.page.getByRole('button', { name: '补录', exact: true }).click()
      await app.page.getByText('单位、标题和报送日期都要填').waitFor()
      await form.getByLabel('报送单位').fill('石桥镇')
      await form.getByLabel('标题').fill('春耕备耕')
      await form.getByLabel('报送日期').fill('2024-03-05')
      await form.getByLabel('采用', { exact: true }).check()
      await form.getByLabel(/采用载体/).fill('市日报、手机报')
      await form.getByLabel('采用日期').fill('2024-03-20')
      await app.page.getByRole('button', { name: '补录', exact: true }).click()
      await app.page.keyboard.press('Escape')
      await expect.poll(async () => total(app)).toMatchObject({ submitted: 1, adopted: 1, placements: 2 })
      await app.part('undo').click()
      expect(await total(app)).toMatchObject({ submitted: 0 })
    })
  })

  test('of a large ledger are drawn as they come into sight', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `单位${i % 50},标题${i},2024-0${1 + (i % 9)}-15,`)
    await withApp(async (app) => {
      await importAll(app, [textFile('大.csv', '单位,标题,报送日期,采用载体', ...lines)])
      await app.page.getByRole('link', { name: '明细', exact: true }).click()
      await expect.poll(() => app.part('rows-found').innerText()).toBe('20,000 行')
      const table = app.page.getByRole('region', { name: '全部信息和统计数' })
      expect(await table.locator('tbody tr').count()).toBeLessThan(100)
      await table.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await table.getByText('标题19999', { exact: true }).waitFor()
      await table.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2))
      await table.getByText('标题10000', { exact: true }).waitFor()
    })
  })
})

describe('what the office knows', () => {
  const LEDGER = textFile(
    '台账.csv',
    '单位,标题,报送日期,采用载体',
    '县公安局,春耕备耕,2024-03-05,县信息网',
    '石桥镇,防汛物资,2024-03-06,市日报',
    '外来局,夜市管理,2024-03-07,',
  )

  test('a pasted roster gives groups, names who is silent and who is not listed', async () => {
    await withApp(async (app) => {
      await importAll(app, [LEDGER])
      await app.page.getByRole('link', { name: '名册与名称', exact: true }).click()
      await app.page.getByRole('button', { name: '粘贴名单' }).click()
      await app.part('roster-text').fill('一、县直部门\n县公安局\n县教育局\n二、乡镇\n石桥镇\n东岭乡')
      await app.page.getByRole('button', { name: '加入名册', exact: true }).click()
      const roster = app.part('roster')
      await roster.getByText('2 个单位一次也没有报送：县教育局、东岭乡').waitFor()
      await roster.getByText('台账里有 1 个单位不在名册：外来局').waitFor()
      const { units, findings } = await measures(app)
      expect(units.map(({ unit, group }) => [unit, group])).toEqual([
        ['县公安局', '县直部门'],
        ['石桥镇', '乡镇'],
        ['外来局', null],
      ])
      expect(findings).toContainEqual(expect.objectContaining({ code: 'unit-unlisted', value: '外来局' }))
      await go(app, '总览')
      await figure(app, '报送单位').getByRole('button').click()
      await expect.poll(() => app.page.getByRole('dialog').innerText()).toContain('县教育局、东岭乡')
    })
  })

  test('an own publication is no adoption, and levels are told', async () => {
    await withApp(async (app) => {
      await importAll(app, [LEDGER])
      expect(await total(app)).toMatchObject({ adopted: 2, placements: 2 })
      await app.page.getByRole('link', { name: '名册与名称', exact: true }).click()
      await app.page.getByLabel('「县信息网」是自办的，不算采用').check()
      await app.page.getByLabel('「市日报」的级别').selectOption({ label: '市级' })
      await expect.poll(() => total(app)).toMatchObject({ adopted: 1, placements: 1 })
      expect((await measures(app)).outlets).toMatchObject([{ outlet: '市日报', level: 'city', adopted: 1 }])
    })
  })

  test('a renamed unit counts under its new name, or as named then', async () => {
    await withApp(async (app) => {
      await importAll(app, [LEDGER])
      await app.page.getByRole('link', { name: '名册与名称', exact: true }).click()
      const panel = app.part('successions')
      await panel.getByLabel('原名').fill('外来局')
      await panel.getByLabel('现名').fill('县公安局')
      await panel.getByLabel('从哪天起').fill('2024-04-01')
      await panel.getByRole('button', { name: '添加' }).click()
      await panel.getByText('外来局 → 县公安局（2024-04-01 起）').waitFor()
      const names = async () => (await measures(app)).units.map(({ unit, submitted }) => [unit, submitted])
      expect(await names()).toEqual([
        ['县公安局', 2],
        ['石桥镇', 1],
      ])
      await panel.getByLabel('按当时的名称').check()
      await expect.poll(names).toHaveLength(3)
    })
  })

  test('is saved to a file and taken to another PC', async () => {
    let text = ''
    await withApp(async (app) => {
      await importAll(app, [LEDGER])
      await app.page.getByRole('link', { name: '名册与名称', exact: true }).click()
      await app.page.getByLabel('「县信息网」是自办的，不算采用').check()
      await expect.poll(() => total(app)).toMatchObject({ adopted: 1 })
      const saved = await download(app, () => app.part('office-save').click())
      expect(saved.suggestedFilename()).toBe('办公设置.json')
      text = await readFile(await saved.path(), 'utf8')
      expect(text).not.toContain('春耕备耕')
    })
    await withApp(async (app) => {
      await app.page.getByRole('link', { name: '名册与名称', exact: true }).click()
      const file = (name: string, content: string) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      })
      await app.part('office-file').setInputFiles([file('别的.json', '{"a":1}')])
      await app.page.getByText('这个文件不是办公设置').waitFor()
      await app.part('office-file').setInputFiles([file('办公设置.json', text)])
      await app.part('memory').getByText('单位 | 标题 | 报送日期 | 采用载体').waitFor()
      await importAll(app, [LEDGER])
      expect(await total(app)).toMatchObject({ adopted: 1, placements: 1 })
    })
  })

  test('blank templates are downloaded', async () => {
    await withApp(async (app) => {
      for (const name of ['信息台账（一行一条）', '统计表（一行一个单位）', '任务表', '应报单位名册']) {
        const saved = await download(app, () => app.page.getByRole('button', { name, exact: true }).click())
        expect(saved.suggestedFilename()).toMatch(/\.xlsx$/)
        expect(read(await readFile(await saved.path())).SheetNames).toHaveLength(2)
      }
    })
  })
})
