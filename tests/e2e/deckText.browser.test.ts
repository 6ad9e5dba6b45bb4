import { describe, expect, test } from 'vitest'
import { CROWD, DEPARTMENTS, MEETING, OUTLETS, SILENT, TOWNS, ZERO } from './deckLedger'
import type { App } from './helpers'
import { readSlide, type ReadText, unreadable } from './slideReader'
import { go, importAll } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const

/** The words that the axes of a chart must bear, by the kind of the slide; a list or a pattern with the least number of hits. */
const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
const AXES: Readonly<Record<string, readonly (readonly [label: RegExp | string, least: number])[]>> = {
  // Eleven months at least, the percentages and the counts.
  trend: [
    [/^\d+月$/, 10],
    [/^\d+%$/, 3],
    [/^\d+$/, 3],
    [/^\d+\/\d+$/, 10],
    [/^\d+\.\d%$/, 10],
  ],
  halfYear: [
    ['2023年上半年', 1],
    ['2023年下半年', 1],
    ['2024年上半年', 1],
    [/^\d+$/, 4],
  ],
  ranking: [
    [/^\d+%$/, 4],
    [/^\d+\/\d+/, 8],
  ],
  rankRange: [[/^\d+$/, 3]],
  funnel: [
    [/^\d+%$/, 4],
    [/^\d+$/, 3],
    ['报送件数', 1],
  ],
  outlets: [[/^\d+$/, 5]],
  heat: [[/^\d+$/, 10]],
  control: [
    [/^\d+月$/, 6],
    [/^\d+%$/, 4],
  ],
  lag: [
    [/^\d+\+?$/, 6],
    ['从报送到采用的天数', 1],
  ],
}

async function kindOf(app: App): Promise<string> {
  return (await app.page.locator('.show .deck-slide').getAttribute('data-kind')) ?? ''
}

/** Waits until the picture of the slide is drawn: its texts stand still. */
async function settled(app: App, paper = '.show .deck-slide'): Promise<ReadText[]> {
  let last = ''
  for (;;) {
    const texts = await readSlide(app.page, paper)
    const now = JSON.stringify(texts)
    const drawn = (await app.page.locator(`${paper} .slide-chart`).count()) === 0 || texts.some((text) => text.drawn)
    if (drawn && now === last) return texts
    last = now
    await app.page.waitForTimeout(40)
  }
}

interface Walked {
  readonly kind: string
  readonly texts: readonly ReadText[]
}

/** Walks through the show and reads every slide. */
async function walk(app: App): Promise<Walked[]> {
  // A slide whose numbers are on their way has no picture to wait for.
  await app.page.locator('[data-testid=room-test]:enabled').waitFor()
  await app.part('deck-start').click()
  const show = app.part('show')
  await show.waitFor()
  const slides: Walked[] = []
  for (let page = 1; ; page++) {
    await expect.poll(() => show.getAttribute('data-page')).toBe(String(page))
    slides.push({ kind: await kindOf(app), texts: await settled(app) })
    const last = (await app.page.locator('.show .deck-slide__page').innerText()).split(' / ')[1]
    if (String(page) === last) return slides
    await app.page.keyboard.press('PageDown')
  }
}

function expectReadable(slides: readonly Walked[], height: number): void {
  for (const [index, { kind, texts }] of slides.entries()) {
    expect(unreadable(texts, height), `slide ${index + 1} (${kind})`).toEqual([])
    const drawn = texts.filter((text) => text.drawn)
    for (const [label, least] of AXES[kind] ?? []) {
      const hits = drawn.filter(({ text }) => (typeof label === 'string' ? text === label : label.test(text)))
      expect(hits.length, `${String(label)} on slide ${index + 1} (${kind})`).toBeGreaterThanOrEqual(least)
      // Axis labels: 1/40 of the height.
      for (const { size, text } of hits) expect(size, text).toBeGreaterThanOrEqual(height / 40 - 0.01)
    }
    const title = texts.filter(({ size }) => size >= (44 / 1080) * height - 0.01)
    expect(title.length, `a title on slide ${index + 1}`).toBeGreaterThan(0)
  }
}

function wordsOf(slides: readonly Walked[], kind: string): string[] {
  return slides.filter((own) => own.kind === kind).flatMap(({ texts }) => texts.map(({ text }) => text))
}

describe.each(SCREENS)('on a screen of $width × $height', ({ width, height }) => {
  test('every text of a half-year deck can be read, and every axis has its labels', async () => {
    await withApp(
      async (app) => {
        await importAll(app, [MEETING])
        await go(app, '汇报')
        await app.part('deck-halfYear').click()
        const slides = await walk(app)
        expect(slides.map(({ kind }) => kind)).toEqual([
          'title',
          'figures',
          'trend',
          'halfYear',
          'rankRange',
          'rankRange',
          'funnel',
          'outlets',
          'zeroList',
          'text',
          'text',
        ])
        expectReadable(slides, height)
        const ranked = wordsOf(slides, 'rankRange')
        for (const unit of [...DEPARTMENTS, ...TOWNS]) expect(ranked).toContain(unit)
        const named = wordsOf(slides, 'outlets')
        for (const outlet of OUTLETS.filter((own) => own !== '市日报')) expect(named).toContain(outlet)
        const trend = wordsOf(slides, 'trend')
        for (const month of MONTHS.slice(0, 6)) expect(trend).toContain(month)
        expect(wordsOf(slides, 'zeroList')).toEqual(expect.arrayContaining([SILENT, ZERO]))

        // The card of a unit, too.
        for (const unit of ['县人力资源和社会保障局', '石桥镇', ZERO]) {
          await app.page.keyboard.press('/')
          await app.part('unit-search').fill(unit)
          await app.page.keyboard.press('Enter')
          await app.page.locator('.slide-card h2', { hasText: unit }).waitFor()
          const texts = await settled(app, '.show .slide-card')
          expect(unreadable(texts, height), unit).toEqual([])
          expect(texts.filter(({ text, drawn }) => drawn && /^\d+月$/.test(text)).length, unit).toBeGreaterThanOrEqual(
            4,
          )
          await app.page.keyboard.press('Escape')
        }
      },
      { viewport: { width, height } },
    )
  })

  test('every panel of every room, captured by one key, can be read', async () => {
    await withApp(
      async (app) => {
        await importAll(app, [MEETING])
        for (const [room, count] of [
          ['总览', 5],
          ['单位', 3],
          ['载体', 4],
          ['趋势', 4],
        ] as const) {
          await go(app, room)
          const panels = app.page.locator('.chart-panel')
          // Those with a menu have something to capture; they come with their numbers.
          await expect.poll(() => panels.filter({ has: app.page.locator('.menu-button') }).count()).toBe(count)
          expect(await panels.count()).toBe(count)
          for (let i = 0; i < count; i++) {
            await panels.nth(i).hover({ position: { x: 40, y: 16 } })
            await app.page.keyboard.press('d')
            await panels.nth(i).getByText('已加入汇报').waitFor()
          }
        }
        // The card of a unit has a panel of its own.
        await go(app, '单位')
        const unpressed = app.page.locator('.units__rankings').getByRole('button', { name: '表格', pressed: false })
        await unpressed.first().waitFor()
        while ((await unpressed.count()) > 0) await unpressed.first().click()
        await app.page.locator('tbody').getByRole('button', { name: '石桥镇', exact: true }).first().click()
        const beside = app.part('unit-card').locator('.chart-panel', { hasText: '其他单位' })
        await beside.hover({ position: { x: 40, y: 16 } })
        await app.page.keyboard.press('d')
        await beside.getByText('已加入汇报').waitFor()
        await go(app, '汇报')
        const slides = await walk(app)
        expect(new Set(slides.map(({ kind }) => kind))).toEqual(
          new Set([
            'trend',
            'ranking',
            'halfYear',
            'outlets',
            'heat',
            'rankRange',
            'funnel',
            'flow',
            'levels',
            'lag',
            'control',
            'comparison',
            'unitChanges',
            'peers',
          ]),
        )
        expectReadable(slides, height)
        const ranks = wordsOf(slides, 'rankRange')
        for (const unit of [...DEPARTMENTS, ...TOWNS, SILENT]) expect(ranks).toContain(unit)
        const compared = wordsOf(slides, 'peers')
        expect(compared).toContain('石桥镇')
        expect(compared.join('\n')).toMatch(/所有其他 \d+ 个单位/)
      },
      { viewport: { width, height } },
    )
  })
})

describe('the reader itself', () => {
  test('finds a planted small, a cut and an overlapping text, in a chart and beside it', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await go(app, '汇报')
      await app.part('deck-halfYear').click()
      // Numbers that come later would draw the picture anew, without what is planted in it.
      await app.page.locator('[data-testid=room-test]:enabled').waitFor()
      await app.part('deck-start').click()
      await app.part('show').waitFor()
      for (let i = 0; i < 4; i++) await app.page.keyboard.press('PageDown')
      await expect.poll(() => kindOf(app)).toBe('rankRange')
      expect(unreadable(await settled(app), 768)).toEqual([])
      const plant = (where: 'chart' | 'page', text: string, style: string, x: number, y: number) =>
        app.page.evaluate(
          (own) => {
            const host = document.querySelector(own.where === 'chart' ? '.show svg' : '.show .deck-slide')!
            const element =
              own.where === 'chart'
                ? document.createElementNS('http://www.w3.org/2000/svg', 'text')
                : document.createElement('p')
            element.textContent = own.text
            element.setAttribute('x', String(own.x))
            element.setAttribute('y', String(own.y))
            element.setAttribute('style', own.style)
            host.append(element)
          },
          { where, text, style, x, y },
        )
      // 8 px of the chart are 19.2 px of the slide: below 22.
      await plant('chart', '太小', 'font-size: 8px', 300, 20)
      await plant('chart', '出界', 'font-size: 12px', 10, 5000)
      await plant('chart', '相叠甲', 'font-size: 12px', 560, 14)
      await plant('chart', '相叠乙', 'font-size: 12px', 564, 16)
      await plant('page', '小字', 'position: absolute; top: 10px; left: 900px; font-size: 20px', 0, 0)
      await plant(
        'page',
        '出页',
        'position: absolute; top: 20px; left: 1890px; font-size: 30px; white-space: nowrap',
        0,
        0,
      )
      const planted = unreadable(await readSlide(app.page), 768)
      expect(planted).toEqual(
        expect.arrayContaining([
          'small (13.7 px): 太小',
          'cut: 出界',
          'overlap: 相叠甲 × 相叠乙',
          'small (14.2 px): 小字',
          'cut: 出页',
        ]),
      )
      expect(planted).toHaveLength(5)
    })
  })

  test('and so does the room test of the app', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await go(app, '汇报')
      await app.part('deck-halfYear').click()
      await app.part('room-test').click()
      await app.part('room-test-good').waitFor()
      await app.page.keyboard.press('Escape')
      // A title far too long for its page pushes the picture out of it.
      await app.page.getByRole('button', { name: /各月趋势/ }).click()
      await app.part('step-caption').fill('这一句标题写得太长。'.repeat(120))
      await app.part('step-caption').blur()
      await app.part('room-test').click()
      await app.part('room-test-found').waitFor()
      expect(await app.part('room-test-found').innerText()).toContain('被截断')
    })
  })

  test('fourteen sentences fit on a page of words', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await go(app, '汇报')
      await app.part('deck-halfYear').click()
      await app.page.locator('[data-testid=room-test]:enabled').waitFor()
      // The page of problems, last but one.
      const steps = app.part('deck-step')
      await steps.nth((await steps.count()) - 2).click()
      const sentences = Array.from(
        { length: 14 },
        (_, i) => `第${i + 1}个问题：报送时间偏晚，月末集中报送，部分选题与约稿重点不符。`,
      )
      await app.part('step-lines').fill(sentences.join('\n'))
      await app.part('step-lines').blur()
      await expect.poll(() => app.page.locator('.slide-sentences li').count()).toBeGreaterThanOrEqual(14)
      await app.part('room-test').click()
      await app.part('room-test-good').waitFor()
    })
  })

  test('sixty-four units with long names fit, over as many slides as they need', async () => {
    await withApp(async (app) => {
      await importAll(app, [CROWD])
      await go(app, '汇报')
      await app.part('deck-halfYear').click()
      await app.page.locator('[data-testid=room-test]:enabled').waitFor()
      expect(await app.page.locator('.step-list__name', { hasText: '单位名次' }).count()).toBe(8)
      await app.part('room-test').click()
      await app.part('room-test-good').waitFor()
    })
  })
})
