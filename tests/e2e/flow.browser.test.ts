import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App, FilePayload } from './helpers'
import {
  BOTH_TOTAL,
  EMPTY,
  figure,
  fileOf,
  go,
  HALF_JSON,
  importAll,
  ledgerPath,
  measures,
  openOverview,
  PICTURE,
  SPRING,
  SPRING_TOTAL,
  SUMMER,
  SUMMER_TOTAL,
  tableRows,
  textFile,
  total,
  EMPTY_TOTAL,
} from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

function entries(app: App) {
  return app.part('import-entry')
}

/** The findings table on screen, once it is there. */
async function findings(app: App): Promise<Record<string, string>[]> {
  const panel = app.page.getByRole('region', { name: '发现的问题' })
  return tableRows(panel.getByRole('table'))
}

describe('the start page', () => {
  test('shows sample ledgers, and one click on each leads to numbers', async () => {
    let samples = 0
    await withApp(async (app) => {
      await app.part('sample').first().waitFor()
      samples = await app.part('sample').count()
    })
    expect(samples).toBeGreaterThanOrEqual(6)
    for (let at = 0; at < samples; at++) {
      await withApp(async (app) => {
        const sample = app.part('sample').nth(at)
        const title = await sample.innerText()
        await sample.click()
        expect(await app.accept(), title).toBe('done')
        const { total: sum, findings: found, balance } = await measures(app)
        expect(Math.max(sum.submitted ?? 0, sum.placements ?? 0, sum.adopted ?? 0), title).toBeGreaterThan(0)
        expect(
          found.filter(({ level }) => level === 'error'),
          title,
        ).toEqual([])
        expect(
          balance.reduce((used, sheet) => used + sheet.used, 0),
          title,
        ).toBeGreaterThan(0)
        await app.part('overview-figures').waitFor()
      })
    }
  })

  test('has exactly one file input, and so has every other state and room', async () => {
    await withApp(async (app) => {
      const one = async (where: string): Promise<void> => expect(await app.part('file-input').count(), where).toBe(1)
      await app.part('file-input').waitFor({ state: 'attached' })
      expect(await app.part('file-input').getAttribute('multiple')).not.toBeNull()
      await one('start')
      await app.choose([PICTURE])
      await app.part('import-failed').waitFor()
      await one('failed')
      await app.choose([SPRING])
      await app.part('import-accept').waitFor()
      await one('proposed')
      await app.part('import-accept').click()
      await app.part('import-done').waitFor()
      await one('done')
      await openOverview(app)
      await one('overview')
      await go(app, '数据')
      await entries(app).waitFor()
      await one('data')
    })
  })

  test('the button opens the file dialog, and so does Ctrl+O', async () => {
    await withApp(async (app) => {
      const byButton = app.page.waitForEvent('filechooser')
      await app.page.getByRole('button', { name: '打开文件…' }).click()
      expect((await byButton).isMultiple()).toBe(true)
      const byKey = app.page.waitForEvent('filechooser')
      await app.page.keyboard.press('Control+o')
      await (await byKey).setFiles([SPRING])
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })
})

describe('a drop', () => {
  test('of several files counts all of them', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      expect(await total(app)).toEqual(BOTH_TOTAL)
      await go(app, '数据')
      await expect.poll(() => entries(app).count()).toBe(2)
    })
  })

  test('with a bad file imports the good ones and names the bad one with its reason', async () => {
    await withApp(async (app) => {
      await app.choose([SPRING, PICTURE, SUMMER, EMPTY])
      await app.part('import-accept').waitFor()
      for (const { name } of [PICTURE, EMPTY]) {
        const article = app.page.getByRole('article').filter({ hasText: name })
        await expect.poll(() => article.getByRole('alert').innerText()).toMatch(/读不了|空/)
      }
      expect(await app.accept()).toBe('done')
      const { total: sum, findings: found } = await measures(app)
      expect(sum.submitted).toBe(BOTH_TOTAL.submitted)
      const errors = found.filter(({ level }) => level === 'error').map(({ file, code }) => ({ file, code }))
      expect(errors).toContainEqual({ file: PICTURE.name, code: 'unreadable-file' })
      expect(errors).toContainEqual({ file: EMPTY.name, code: 'empty-file' })
      // Also after accepting: the page with the imports still says what became of them.
      await go(app, '数据')
      const rows = await findings(app)
      expect(rows.find((row) => row['文件'] === PICTURE.name)?.['内容']).toMatch(/图片/)
      expect(rows.find((row) => row['文件'] === EMPTY.name)?.['内容']).toMatch(/空/)
    })
  })

  test('of bad files only fails and changes nothing', async () => {
    await withApp(async (app) => {
      const before = await measures(app)
      expect(before.total).toMatchObject({ submitted: 0, rate: null })
      await app.choose([PICTURE, EMPTY, HALF_JSON])
      expect(await app.accept()).toBe('failed')
      const said = await app.part('import-failed').innerText()
      for (const { name } of [PICTURE, EMPTY, HALF_JSON]) expect(said).toContain(name)
      expect(said).toMatch(/图片/)
      expect(said).toMatch(/文件是空的/)
      expect(said).toMatch(/JSON/)
      expect(await measures(app)).toEqual(before)
    })
  })

  test('of bad files only leaves a filled workspace as it was', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      const before = await measures(app)
      await app.choose([PICTURE, HALF_JSON])
      expect(await app.accept()).toBe('failed')
      expect(await measures(app)).toEqual(before)
      expect(await app.part('import-done').count()).toBe(0)
      await app.page.getByTestId('import-failed').getByRole('button', { name: '关闭' }).click()
      await expect.poll(() => app.part('import-failed').count()).toBe(0)
      expect(await entries(app).count()).toBe(1)
    })
  })

  test('of a file that is in already says so and counts it once', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      const before = await total(app)
      await app.choose([{ ...SPRING, name: '另一个名字.csv' }])
      await app.page.getByTestId('import-done').filter({ hasText: '已经导入过' }).waitFor()
      expect(await app.part('import-accept').count()).toBe(0)
      expect(await total(app)).toEqual(before)
      expect((await measures(app)).findings).toContainEqual(
        expect.objectContaining({ code: 'duplicate-file', file: '另一个名字.csv' }),
      )
      await go(app, '数据')
      await expect.poll(() => entries(app).count()).toBe(1)
    })
  })

  test('of one file twice counts it once', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, { ...SPRING, name: '复制.csv' }, SUMMER])
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })

  test('on the window shows where it lands and imports', async () => {
    await withApp(async (app) => {
      await app.part('file-input').waitFor({ state: 'attached' })
      const hint = app.page.getByText('松开鼠标，导入这些文件')
      const drag = (type: string) =>
        app.page.evaluate((name) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File(['x'], 'x.csv'))
          document.body.dispatchEvent(
            new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }),
          )
        }, type)
      await drag('dragenter')
      await hint.waitFor()
      await drag('dragleave')
      await hint.waitFor({ state: 'detached' })
      await app.dropFiles([SPRING, SUMMER])
      expect(await app.accept()).toBe('done')
      await hint.waitFor({ state: 'detached' })
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })

  test('on the Overview imports too', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await openOverview(app)
      await app.dropFiles([SUMMER])
      await app.part('import-accept').click()
      await app.part('import-done').filter({ hasText: SUMMER.name }).waitFor()
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })
})

describe('pasted cells', () => {
  const CELLS = [
    '单位\t标题\t报送日期\t采用载体',
    '东岭乡\t春耕备耕\t2024-01-05\t手机报',
    '城关镇\t防汛备汛\t2024-02-09\t',
  ]

  async function paste(app: App, text: string): Promise<void> {
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await app.page.evaluate((cells) => navigator.clipboard.writeText(cells), text)
    await app.page.keyboard.press('Control+v')
  }

  test('are a ledger of their own', async () => {
    await withApp(async (app) => {
      await app.part('file-input').waitFor({ state: 'attached' })
      await paste(app, CELLS.join('\n'))
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toEqual({ submitted: 2, adopted: 1, placements: 1, rate: 0.5 })
      expect((await measures(app)).units.map(({ unit }) => unit).sort()).toEqual(['东岭乡', '城关镇'])
    })
  })

  test('that are no table are refused with a reason', async () => {
    await withApp(async (app) => {
      await app.part('file-input').waitFor({ state: 'attached' })
      const before = await measures(app)
      await paste(app, '今天下午三点开会')
      expect(await app.accept()).toBe('failed')
      await expect.poll(() => app.part('import-failed').innerText()).toMatch(/粘贴的表格[^]*表/)
      expect(await measures(app)).toEqual(before)
    })
  })
})

describe('the list of imports', () => {
  test('removes a file, takes it back and removes it again, by button and by key', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await importAll(app, [SUMMER])
      await go(app, '数据')
      await expect.poll(() => entries(app).count()).toBe(2)
      await entries(app).filter({ hasText: SUMMER.name }).getByTestId('import-remove').click()
      await expect.poll(() => entries(app).count()).toBe(1)
      expect(await total(app)).toEqual(SPRING_TOTAL)

      expect(await app.part('undo').getAttribute('aria-label')).toContain(SUMMER.name)
      await app.part('undo').click()
      await expect.poll(() => entries(app).count()).toBe(2)
      expect(await total(app)).toEqual(BOTH_TOTAL)
      await app.part('redo').click()
      await expect.poll(() => entries(app).count()).toBe(1)
      expect(await total(app)).toEqual(SPRING_TOTAL)

      await app.page.keyboard.press('Control+z')
      await expect.poll(() => entries(app).count()).toBe(2)
      await app.page.keyboard.press('Control+y')
      await expect.poll(() => entries(app).count()).toBe(1)
      await app.page.keyboard.press('Control+z')
      await expect.poll(() => entries(app).count()).toBe(2)
      await app.page.keyboard.press('Control+Shift+z')
      await expect.poll(() => entries(app).count()).toBe(1)
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })

  test('undoing every step leads back to the start page, and redo to the numbers', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '数据')
      await entries(app).waitFor()
      await app.part('undo').click()
      await app.part('sample').first().waitFor()
      expect(await app.part('import-done').count()).toBe(0)
      expect(await app.part('undo').isDisabled()).toBe(true)
      expect(await total(app)).toEqual(EMPTY_TOTAL)
      await app.part('redo').click()
      await entries(app).waitFor()
      expect(await app.part('redo').isDisabled()).toBe(true)
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })

  test('replaces a file by its corrected version, as one step', async () => {
    const corrected: FilePayload = {
      ...SPRING,
      buffer: Buffer.from(`${SPRING.buffer.toString().trimEnd()}\n东岭乡,补报一条,2024-03-30,手机报\n`),
    }
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      await go(app, '数据')
      const chooser = app.page.waitForEvent('filechooser')
      await entries(app).filter({ hasText: SPRING.name }).getByRole('button', { name: '替换' }).click()
      await (await chooser).setFiles([corrected])
      await app.page.getByText(`将替换：${SPRING.name}`).waitFor()
      expect(await app.accept()).toBe('done')
      expect(await total(app)).toEqual({ submitted: 11, adopted: 5, placements: 6, rate: 5 / 11 })
      await go(app, '数据')
      await expect.poll(() => entries(app).count()).toBe(2)
      await app.part('undo').click()
      await expect.poll(async () => (await total(app)).submitted).toBe(10)
      expect(await entries(app).count()).toBe(2)
    })
  })

  test('a dialog for a replacement that was given up does not make the next file a replacement', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '数据')
      const chooser = app.page.waitForEvent('filechooser')
      await entries(app).getByRole('button', { name: '替换' }).click()
      await chooser
      await app.dropFiles([SUMMER])
      await app.part('import-accept').click()
      await app.part('import-done').filter({ hasText: SUMMER.name }).waitFor()
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })

  test('clears everything after a question, and undo brings it back', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING, SUMMER])
      await go(app, '数据')
      const dialog = app.page.getByRole('dialog', { name: '清空全部数据？' })
      const clear = app.page.getByRole('button', { name: '清空全部数据', exact: true })
      await clear.click()
      await dialog.getByRole('button', { name: '取消' }).click()
      await expect.poll(() => dialog.isVisible()).toBe(false)
      expect(await total(app)).toEqual(BOTH_TOTAL)
      await clear.click()
      await dialog.getByRole('button', { name: '清空全部数据' }).click()
      await app.part('sample').first().waitFor()
      expect(await total(app)).toEqual(EMPTY_TOTAL)
      await app.part('undo').click()
      await expect.poll(() => entries(app).count()).toBe(2)
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })
})

describe('a proposal', () => {
  test('changes nothing until it is accepted, and nothing when it is put away', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      const before = await measures(app)
      await app.choose([SUMMER])
      await app.part('import-accept').waitFor()
      expect(await app.part('import-accept').isEnabled()).toBe(true)
      expect(await measures(app)).toEqual(before)
      await app.page.getByRole('button', { name: '不导入' }).click()
      await entries(app).waitFor()
      expect(await measures(app)).toEqual(before)
      expect(await app.part('import-done').count()).toBe(0)
    })
  })

  test('says what was understood: encoding, header row, columns with examples', async () => {
    await withApp(async (app) => {
      await app.choose([ledgerPath('items-gbk-csv', '2023-2024信息台账.csv')])
      const article = app.page.getByRole('article').filter({ hasText: '2023-2024信息台账.csv' }).first()
      await article.waitFor()
      expect(await article.innerText()).toMatch(/GB18030|GBK/)
      expect(await article.innerText()).toContain('第 1 行')
      await article.getByText('各列的含义').click()
      const columns = await tableRows(article.getByRole('table'))
      expect(columns.find((row) => row['列'] === 'C')).toMatchObject({ 表头: '报送单位', 理解为: '单位' })
      expect(columns.find((row) => row['列'] === 'B')?.['例子']).toMatch(/2023-09-16/)
      expect(columns.find((row) => row['列'] === 'A')?.['理解为']).toContain('序号')
    })
  })
})

describe('the mark of success', () => {
  /** Gives a file to the input and says, before any worker can answer, how many marks of success the page shows. */
  function marksAtOnce(app: App, name: string, text: string): Promise<number> {
    return app.page.evaluate(
      async ([fileName, content]) => {
        const input = document.querySelector<HTMLInputElement>('[data-testid="file-input"]')
        if (!input) throw new Error('no file input')
        const transfer = new DataTransfer()
        transfer.items.add(new File([content!], fileName!))
        input.files = transfer.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
        // The page draws in microtasks; an answer of a worker is a task and comes later.
        for (let turn = 0; turn < 50; turn++) await Promise.resolve()
        return document.querySelectorAll('[data-testid="import-done"]').length
      },
      [name, text],
    )
  }

  test('disappears at once when new files are chosen', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      expect(await app.part('import-done').count()).toBe(1)
      expect(await marksAtOnce(app, SUMMER.name, SUMMER.buffer.toString())).toBe(0)
      await app.part('import-accept').waitFor()
      expect(await app.part('import-done').count()).toBe(0)
    })
  })

  test('stays in the other room until it is put away', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '数据')
      await entries(app).waitFor()
      expect(await app.part('import-done').count()).toBe(1)
      await app.part('import-done').getByRole('button', { name: '收起' }).click()
      await expect.poll(() => app.part('import-done').count()).toBe(0)
    })
  })
})

describe('findings', () => {
  test('show row, column letter and the original cells', async () => {
    await withApp(async (app) => {
      await importAll(app, [
        textFile(
          '有错.csv',
          '单位,标题,报送日期,采用载体',
          '东岭乡,春耕,2024-01-05,手机报',
          '石桥镇,不存在的日子,2024-02-30,《市日报》',
          ',没有单位的一条,2024-02-06,',
          '城关镇,防汛,2024-03-09,',
        ),
      ])
      await go(app, '数据')
      const rows = await findings(app)
      const date = rows.find((row) => row['位置'] === '第 3 行 C 列')
      expect(date).toMatchObject({ 文件: '有错.csv', 原始内容: '石桥镇 | 不存在的日子 | 2024-02-30 | 《市日报》' })
      expect(date?.['内容']).toContain('2024-02-30')
      const unit = rows.find((row) => row['内容']?.includes('没有单位'))
      expect(unit?.['位置']).toMatch(/^第 4 行/)
      expect(unit?.['原始内容']).toContain('没有单位的一条')
      expect((await measures(app)).findings).toContainEqual(
        expect.objectContaining({ code: 'date-invalid', row: 3, column: 'C', value: '2024-02-30' }),
      )
      expect((await measures(app)).balance[0]).toMatchObject({ read: 5, headings: 1, used: 2, setAside: 2 })
    })
  })

  test('can be narrowed by level and kind', async () => {
    await withApp(async (app) => {
      await importAll(app, [fileOf(ledgerPath('bad-rows', '有错.csv')), PICTURE])
      await go(app, '数据')
      const all = await findings(app)
      const panel = app.page.getByRole('region', { name: '发现的问题' })
      await panel.getByLabel('级别').selectOption('error')
      const errors = await findings(app)
      expect(errors.map((row) => row['文件'])).toEqual([PICTURE.name])
      expect(all.length).toBeGreaterThan(errors.length)
      await panel.getByLabel('级别').selectOption('all')
      await panel.getByLabel('种类').selectOption('date-invalid')
      for (const row of await findings(app)) expect(row['内容']).toMatch(/日期/)
    })
  })
})

describe('a question in place', () => {
  const NO_YEAR = textFile(
    '台账.csv',
    '单位,标题,报送日期,采用载体',
    '东岭乡,春耕备耕,3月5日,手机报',
    '城关镇,防汛备汛,3月9日,',
    '石桥镇,夏粮收购,6月12日,',
  )
  const NO_PERIOD = textFile(
    '统计表.csv',
    '单位信息报送和采纳情况,,,,',
    '序号,单位,报送信息数（条）,采纳数（条）,采纳率',
    '1,东岭乡,10,4,40.00%',
    '2,城关镇,20,5,25.00%',
    '3,石桥镇,0,0,0',
  )

  async function answer(app: App, text: string): Promise<void> {
    const form = app.page.locator('form').filter({ has: app.page.getByRole('button', { name: '确定' }) })
    await form.getByRole('textbox').fill(text)
    await form.getByRole('button', { name: '确定' }).click()
  }

  test('for the year: answered, the items stand in their months', async () => {
    await withApp(async (app) => {
      await app.choose([NO_YEAR])
      await app.page.getByText('日期没有写年份').waitFor()
      await answer(app, '去年')
      await app.page.getByRole('alert').filter({ hasText: '没有看懂' }).waitFor()
      await answer(app, '2024')
      await app.page.getByText('由您填写').first().waitFor()
      expect(await app.accept()).toBe('done')
      const { total: sum, months } = await measures(app)
      expect(sum.submitted).toBe(3)
      expect(months.map(({ period, submitted }) => [period, submitted])).toEqual([
        ['2024-03', 2],
        ['2024-06', 1],
      ])
      await app.part('overview-figures').waitFor()
      await app.page.getByRole('button', { name: '表格' }).first().click()
      const rows = await tableRows(app.page.getByRole('table').first())
      expect(rows.map((row) => row['时段'])).toEqual(['2024年3月', '2024年6月'])
    })
  })

  test('for the year: unanswered, nothing is guessed and the rows are set aside', async () => {
    await withApp(async (app) => {
      // Beside a ledger with years, so that there is something to accept.
      await app.choose([NO_YEAR, SUMMER])
      await app.page.getByText('日期没有写年份').waitFor()
      await app.page.getByText('不填也可以导入：这些行会被搁置').waitFor()
      expect(await app.accept()).toBe('done')
      const { total: sum, balance, months, findings: found } = await measures(app)
      expect(sum.submitted).toBe(SUMMER_TOTAL.submitted)
      const own = balance.find(({ file }) => file === NO_YEAR.name)
      expect(own).toMatchObject({ read: 4, headings: 1, used: 0, setAside: 3 })
      expect(months.map(({ period }) => period)).toEqual(['2024-06', '2024-07', '2024-08'])
      expect(found.some(({ file, level }) => file === NO_YEAR.name && level === 'warning')).toBe(true)
    })
  })

  test('for the year: alone and unanswered, the button still answers', async () => {
    await withApp(async (app) => {
      await app.choose([NO_YEAR])
      await app.page.getByText('日期没有写年份').waitFor()
      expect(await app.accept()).toBe('done')
      const { balance, months } = await measures(app)
      expect(balance).toContainEqual(expect.objectContaining({ file: NO_YEAR.name, used: 0, setAside: 3 }))
      expect(months).toEqual([])
    })
  })

  test('for the period: answered, the counts stand in their half-year', async () => {
    await withApp(async (app) => {
      await app.choose([NO_PERIOD])
      await app.page.getByText('这张表没有写时段').waitFor()
      await answer(app, '2024上半年')
      await app.page.getByText('这张表没有写时段').waitFor({ state: 'detached' })
      expect(await app.accept()).toBe('done')
      const { total: sum, halfYears } = await measures(app)
      expect(sum).toMatchObject({ submitted: 30, adopted: 9 })
      expect(halfYears.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
        ['2024H1', 30, 9],
      ])
    })
  })

  test('for the period: unanswered, the counts stand in the total only', async () => {
    await withApp(async (app) => {
      await app.choose([NO_PERIOD])
      await app.page.getByText('不填也可以导入：没有时段的数字只进入合计').waitFor()
      expect(await app.accept()).toBe('done')
      const { total: sum, halfYears, months, quarters, units } = await measures(app)
      expect(sum).toMatchObject({ submitted: 30, adopted: 9, rate: 0.3 })
      expect([halfYears, months, quarters]).toEqual([[], [], []])
      expect(units.find(({ unit }) => unit === '石桥镇')).toMatchObject({ submitted: 0, rate: null })
      await app.part('overview-figures').waitFor()
      await expect.poll(() => figure(app, '报送件数').innerText()).toContain('30')
    })
  })
})

describe('a large file', () => {
  let folder = ''
  let path = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'large-'))
    path = join(folder, '大台账.csv')
    const out = createWriteStream(path)
    out.write('单位,标题,报送日期,采用载体\n')
    // About 40 MB: a title of 200 letters, 60 000 rows.
    for (let block = 0; block < 60; block++) {
      const rows = Array.from({ length: 1000 }, (_, row) => {
        const n = block * 1000 + row
        const month = String(1 + (n % 12)).padStart(2, '0')
        return `单位${n % 40},第${n}条${'进一步做好有关工作'.repeat(24)},2024-${month}-15,${n % 3 === 0 ? '手机报' : ''}`
      })
      if (!out.write(`${rows.join('\n')}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
    }
    out.end()
    await finished(out)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('can be given up while it is read: nothing has changed, and the next import works', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      const before = await measures(app)
      await app.choose([path])
      await app.page.getByRole('progressbar').waitFor()
      await app.page.getByRole('button', { name: '取消' }).click()
      await app.page.getByRole('progressbar').waitFor({ state: 'detached' })
      await entries(app).waitFor()
      expect(await measures(app)).toEqual(before)
      for (const part of ['import-accept', 'import-done', 'import-failed'])
        expect(await app.part(part).count(), part).toBe(0)
      await importAll(app, [SUMMER])
      expect(await total(app)).toEqual(BOTH_TOTAL)
    })
  })

  test('given up on the start page leads back to the start page', async () => {
    await withApp(async (app) => {
      await app.choose([path])
      await app.page.getByRole('button', { name: '取消' }).click()
      await app.part('sample').first().waitFor()
      expect(await total(app)).toEqual(EMPTY_TOTAL)
      await importAll(app, [SPRING])
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })

  test('shows its progress, by name and in steps that only grow', async () => {
    await withApp(async (app) => {
      await app.part('file-input').waitFor({ state: 'attached' })
      await app.page.evaluate(() => {
        const seen: { now: number | null; label: string }[] = []
        Object.assign(window, { seenProgress: seen })
        new MutationObserver(() => {
          const bar = document.querySelector('[role="progressbar"]')
          if (!bar) return
          const now = bar.getAttribute('aria-valuenow')
          seen.push({ now: now === null ? null : Number(now), label: bar.getAttribute('aria-label') ?? '' })
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      })
      const small = join(folder, SPRING.name)
      writeFileSync(small, SPRING.buffer)
      await app.choose([path, small])
      await app.part('import-accept').waitFor()
      const seen = await app.page.evaluate(
        () => (window as unknown as { seenProgress: { now: number | null; label: string }[] }).seenProgress,
      )
      const values = seen.map(({ now }) => now).filter((now): now is number => now !== null)
      expect(new Set(values).size).toBeGreaterThan(5)
      expect(values).toEqual([...values].sort((a, b) => a - b))
      expect(Math.max(...values)).toBeLessThanOrEqual(100)
      expect(seen.some(({ label }) => label.includes('大台账.csv') && label.includes('1/2'))).toBe(true)
      expect(await app.accept()).toBe('done')
      expect((await measures(app)).total).toMatchObject({ submitted: 60_006, adopted: 20_003 })
    })
  })

  test('gives way to other files that are dropped while it is read', async () => {
    await withApp(async (app) => {
      await app.choose([path])
      await app.page.getByRole('progressbar').waitFor()
      await importAll(app, [SPRING])
      expect(await total(app)).toEqual(SPRING_TOTAL)
    })
  })
})
