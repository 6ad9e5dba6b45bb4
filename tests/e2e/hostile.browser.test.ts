import { describe, expect, test } from 'vitest'
import type { App, FilePayload } from './helpers'
import { go, importAll, measures, openOverview, tableRows, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const LONG = `${'很长的单位名称'.repeat(30)}之末`

/** Names that programs have tripped over: members of every object, markup, templates, formulas, directions, blanks. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '0',
  '<img src=x onerror=alert(1)>',
  '<script>alert(2)</script>',
  '"><svg onload=alert(3)>',
  '{{7*7}}',
  '${7*7}',
  '{b|富文本}',
  '=HYPERLINK("http://192.0.2.1","x")',
  '+1+1',
  '@SUM(A1)',
  "O'Brien & 子",
  '%s%n{0}{name}',
  '@:shell.name',
  '甲|乙',
  '\u202e倒着写的局',
  '🐉局',
  '𠮷田镇',
  LONG,
]

/** A cell that a text file can hold whatever is in it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** Names that the page does not show; blanks and marks of direction are the app's to tidy. */
function unseen(names: readonly string[], screen: string): string[] {
  return names.filter((name) => !/[\u202e\s]/.test(name) && !screen.includes(name))
}

/** Closes that a name of a ledger should never open, and keeps what they said. */
async function watched(app: App): Promise<string[]> {
  const happened: string[] = []
  app.page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') happened.push(`${dialog.type()}: ${dialog.message()}`)
    void dialog.accept()
  })
  app.page.on('popup', (popup) => happened.push(`popup: ${popup.url()}`))
  return happened
}

/** Elements that no part of the app makes. */
async function planted(app: App): Promise<string[]> {
  return app.page.evaluate(() =>
    [...document.querySelectorAll('img, iframe, object, embed, [onerror], [onload], body script')].map(
      (element) => element.outerHTML,
    ),
  )
}

/** All text as it was written, what is out of sight and in titles included. */
async function written(app: App): Promise<string> {
  return app.page.evaluate(() => {
    const titles = [...document.querySelectorAll('[title]')].map((element) => element.getAttribute('title') ?? '')
    return [document.body.textContent, ...titles].join('\n')
  })
}

async function seeEverything(app: App): Promise<string> {
  const texts: string[] = []
  await openOverview(app)
  const charts = app.page.locator('section').filter({ has: app.page.locator('canvas') })
  await expect.poll(() => charts.count()).toBeGreaterThan(2)
  for (const chart of await charts.all()) {
    await chart.scrollIntoViewIfNeeded()
    // A tooltip is the one place where charts make elements of names.
    const canvas = (await chart.locator('canvas').first().boundingBox())!
    for (const share of [0.3, 0.5, 0.7])
      await app.page.mouse.move(canvas.x + canvas.width * share, canvas.y + Math.min(canvas.height, 200) * share)
    texts.push(await written(app))
  }
  for (const button of await app.page.getByRole('button', { name: '表格' }).all()) await button.click()
  await app.page.getByRole('table').first().waitFor()
  texts.push(await written(app))
  const units = app.page.getByRole('banner').getByRole('button', { name: '单位:' })
  if (await units.count()) {
    await units.click()
    texts.push(await written(app))
    await app.page.keyboard.press('Escape')
  }
  await go(app, '数据')
  await app.part('import-entry').first().waitFor()
  texts.push(await written(app))
  return texts.join('\n')
}

describe('hostile names', () => {
  test('as units are ordinary units, with the right numbers', async () => {
    const lines = NAMES.flatMap((name, at) => [
      `${quoted(name)},第${at}条甲,2024-01-${String(1 + (at % 28)).padStart(2, '0')},手机报`,
      `${quoted(name)},第${at}条乙,2024-02-${String(1 + (at % 28)).padStart(2, '0')},`,
    ])
    await withApp(async (app) => {
      const happened = await watched(app)
      await importAll(app, [textFile('单位.csv', '单位,标题,报送日期,采用载体', ...lines)])
      const { total, units } = await measures(app)
      expect(total).toMatchObject({ submitted: NAMES.length * 2, adopted: NAMES.length, rate: 0.5 })
      expect(units).toHaveLength(NAMES.length)
      for (const { unit, ...cell } of units) expect(cell, unit).toMatchObject({ submitted: 2, adopted: 1 })
      const screen = await seeEverything(app)
      expect(unseen(NAMES, screen)).toEqual([])
      expect(screen.includes('49'), 'a template was computed').toBe(false)
      expect(await planted(app)).toEqual([])
      expect(happened).toEqual([])
    })
  })

  test('as outlets are ordinary outlets', async () => {
    // «0» and «null» in a cell of outlets say that there is none; the others would be several.
    const names = NAMES.filter((name) => !/[、,，;；/|&]|^(?:0|null)$/.test(name))
    expect(names.length).toBeGreaterThan(12)
    const lines = names.map((name, at) => `东岭乡,第${at}条,2024-03-${String(1 + at).padStart(2, '0')},${quoted(name)}`)
    await withApp(async (app) => {
      const happened = await watched(app)
      await importAll(app, [textFile('载体.csv', '单位,标题,报送日期,采用载体', ...lines, '东岭乡,末条,2024-03-30,')])
      const { total, outlets } = await measures(app)
      expect(total).toMatchObject({ submitted: names.length + 1, adopted: names.length, placements: names.length })
      expect(outlets.map(({ adopted }) => adopted)).toEqual(names.map(() => 1))
      const screen = await seeEverything(app)
      expect(unseen(names, screen)).toEqual([])
      expect(await planted(app)).toEqual([])
      expect(happened).toEqual([])
    })
  })

  test('as titles, headers and file names are shown as text', async () => {
    const file: FilePayload = textFile(
      '<img src=x onerror=alert(4)>{{7*7}}__proto__.csv',
      `单位,标题,报送日期,采用载体,__proto__,constructor,${quoted('<b>备注</b>')}`,
      ...NAMES.map(
        (name, at) =>
          `东岭乡,${quoted(name)},2024-03-${String(1 + at).padStart(2, '0')},,${quoted(`注：${name}`)},其他说明文字,无关内容`,
      ),
      `东岭乡,${quoted('<img src=x onerror=alert(5)>')},2024-02-30,,,,`,
    )
    await withApp(async (app) => {
      const happened = await watched(app)
      await app.choose([file])
      await app.part('import-accept').waitFor()
      await app.page.getByText('各列的含义').first().click()
      const proposal = await written(app)
      for (const text of [file.name, '__proto__', 'constructor', '<b>备注</b>']) expect(proposal).toContain(text)
      expect(await app.accept()).toBe('done')
      const { total, balance } = await measures(app)
      expect(total.submitted).toBe(NAMES.length)
      expect(balance[0]).toMatchObject({ file: file.name, used: NAMES.length, setAside: 1 })
      await go(app, '数据')
      const panel = app.page.getByRole('region', { name: '发现的问题' })
      const rows = await tableRows(panel.getByRole('table'))
      expect(rows.map((row) => row['原始内容']).join('\n')).toContain('<img src=x onerror=alert(5)>')
      expect(await app.part('import-entry').innerText()).toContain(file.name)
      expect(await planted(app)).toEqual([])
      expect(happened).toEqual([])
    })
  })

  test('as a bad file’s name are shown as text in the refusal', async () => {
    await withApp(async (app) => {
      const happened = await watched(app)
      const name = '"><img src=x onerror=alert(6)>{{7*7}}.csv'
      await app.choose([{ name, mimeType: 'text/csv', buffer: Buffer.alloc(0) }])
      expect(await app.accept()).toBe('failed')
      expect(await app.part('import-failed').innerText()).toContain(name)
      expect(await planted(app)).toEqual([])
      expect(happened).toEqual([])
    })
  })

  test('as keys of JSON change nothing but their own record', async () => {
    const text =
      '[{"unit":"东岭乡","title":"甲","submitted":"2024-03-01","__proto__":{"polluted":"是真的"},"outlets":["__proto__","constructor"]},' +
      '{"unit":"__proto__","title":"乙","submitted":"2024-03-02","outlets":[]},' +
      '{"unit":"constructor","title":"丙","submitted":"2024-03-03","outlets":["手机报"]}]'
    await withApp(async (app) => {
      await importAll(app, [{ name: '导出.json', mimeType: 'application/json', buffer: Buffer.from(text) }])
      const { total, units, outlets } = await measures(app)
      expect(total).toMatchObject({ submitted: 3, adopted: 2, placements: 3 })
      expect(outlets.map(({ outlet }) => outlet).sort()).toEqual(['__proto__', 'constructor', '手机报'].sort())
      expect(units.map(({ unit }) => unit).sort()).toEqual(['__proto__', 'constructor', '东岭乡'].sort())
      expect(await app.page.evaluate(() => 'polluted' in {})).toBe(false)
    })
  })

  test('in a table that is saved as CSV start no formula', async () => {
    const lines = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '＝1+1', ' =1+1', '东岭乡'].flatMap((unit, at) => [
      `${quoted(unit)},第${at}条,2024-01-0${at + 1},手机报`,
    ])
    await withApp(async (app) => {
      await importAll(app, [textFile('公式.csv', '单位,标题,报送日期,采用载体', ...lines)])
      await openOverview(app)
      const chart = app.page
        .locator('section')
        .filter({ has: app.page.getByRole('img', { name: '各单位在各载体的采用次数', exact: true }) })
      await chart.getByRole('button', { name: '表格' }).click()
      const [download] = await Promise.all([
        app.page.waitForEvent('download'),
        app.page.getByRole('button', { name: '保存为 CSV' }).click(),
      ])
      const stream = await download.createReadStream()
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const saved = Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
      expect(saved).toContain('东岭乡')
      // Full width and a blank before it are folded: three of the names are one.
      expect(saved.match(/1\+1/g)?.length).toBe(3)
      expect(saved).toContain('@SUM(A1)')
      for (const cell of saved.split(/\r?\n/).flatMap((line) => line.split(',')))
        expect(cell.replace(/^"/, ''), cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
    })
  })
})

describe('much of everything', () => {
  test('200 units and 60 outlets are counted, drawn, found and chosen', async () => {
    const lines = Array.from({ length: 200 }, (_, unit) =>
      Array.from({ length: 6 }, (_, item) => {
        const adopted = item < 1 + (unit % 5)
        return `第${unit}号${'某某街道办事处'.repeat(unit % 3)}单位,第${unit}之${item}条,2024-0${1 + item}-15,${adopted ? `载体${(unit + item) % 60}` : ''}`
      }),
    ).flat()
    await withApp(async (app) => {
      await importAll(app, [textFile('许多单位.csv', '单位,标题,报送日期,采用载体', ...lines)])
      const { total, units, outlets } = await measures(app)
      expect(total).toMatchObject({ submitted: 1200, adopted: 600, placements: 600, rate: 0.5 })
      expect(units).toHaveLength(200)
      expect(outlets).toHaveLength(60)
      await openOverview(app)
      const ranking = app.page
        .locator('section')
        .filter({ has: app.page.getByRole('img', { name: '各单位采用率', exact: true }) })
      await ranking.getByRole('button', { name: '表格' }).click()
      await expect.poll(() => app.page.getByRole('table').locator('tbody tr').count()).toBe(200)
      await app.page.getByRole('banner').getByRole('button', { name: '单位:' }).click()
      const popover = app.page.getByRole('dialog', { name: '单位' })
      await popover.getByRole('searchbox').fill('第199号')
      await expect.poll(() => popover.getByRole('checkbox').count()).toBe(1)
      await popover.getByRole('checkbox').check()
      await popover.getByRole('button', { name: '完成' }).click()
      await expect.poll(() => app.part('overview-figures').innerText()).toMatch(/83\.3%/)
      // Charts fit themselves a moment after their place has changed.
      await expect
        .poll(() =>
          app.page.evaluate(() => {
            const main = document.querySelector('main')!
            return main.scrollWidth <= main.clientWidth && document.scrollingElement!.scrollWidth <= innerWidth
          }),
        )
        .toBe(true)
    })
  })

  test('very long names stay inside the page', async () => {
    const unit = '极长名称'.repeat(200)
    const outlet = 'W'.repeat(600)
    await withApp(async (app) => {
      await app.choose([
        textFile(
          `${'长'.repeat(70)}.csv`,
          '单位,标题,报送日期,采用载体',
          ...Array.from({ length: 8 }, (_, at) => `${unit},第${at}条,2024-0${1 + at}-05,${at % 2 ? outlet : ''}`),
          ...Array.from({ length: 8 }, (_, at) => `东岭乡,另${at}条,2024-0${1 + at}-05,${at % 2 ? '' : outlet}`),
        ),
      ])
      const inside = () =>
        app.page.evaluate(() =>
          [document.scrollingElement!, document.querySelector('main')!, document.querySelector('header')!]
            .filter((element) => element.scrollWidth > element.clientWidth)
            .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
        )
      await app.part('import-accept').waitFor()
      await app.page.getByText('各列的含义').first().click()
      expect.soft(await inside(), 'proposal').toEqual([])
      expect(await app.accept()).toBe('done')
      expect((await measures(app)).total).toMatchObject({ submitted: 16, adopted: 8 })
      await openOverview(app)
      await expect.poll(() => app.page.locator('canvas').count()).toBeGreaterThan(3)
      await expect.poll(inside).toEqual([])
      for (const button of await app.page.getByRole('button', { name: '表格' }).all()) await button.click()
      await expect.poll(inside).toEqual([])
      await app.page.getByRole('banner').getByRole('button', { name: '单位:' }).click()
      await app.page.getByRole('checkbox', { name: unit }).check()
      await app.page.keyboard.press('Escape')
      await expect.poll(() => app.part('overview-figures').innerText()).toMatch(/4\/8/)
      await expect.poll(inside).toEqual([])
      await go(app, '数据')
      await app.part('import-entry').waitFor()
      await expect.poll(inside).toEqual([])
    })
  })
})
