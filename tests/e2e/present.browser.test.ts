import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { Random } from '../generator/random'
import { DEPARTMENTS, MEETING, SILENT, TOWNS, ZERO } from './deckLedger'
import type { App } from './helpers'
import { atPage, makeDeck, pageOf, PATIENT, says, startShow, words } from './meeting'
import { go, importAll, SPRING, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

describe('from a ledger to a meeting', () => {
  test('four presses lead from the dropped file to a half-year deck on the screen', async () => {
    await withApp(async (app) => {
      let presses = 0
      const press = async (element: ReturnType<App['part']>): Promise<void> => {
        presses++
        await element.click()
      }
      await app.dropFiles([MEETING])
      await app.part('import-accept').waitFor()
      await press(app.part('import-accept'))
      await app.part('import-done').waitFor({ state: 'attached' })
      await press(app.page.getByRole('link', { name: '汇报', exact: true }))
      await press(app.part('deck-halfYear'))
      await press(app.part('deck-start'))
      await app.part('show').waitFor()
      expect(presses).toBeLessThanOrEqual(5)
      await says(app, '2024年上半年信息报送采用情况汇报')
      await app.page.keyboard.press('ArrowRight')
      await atPage(app, 2)
      await says(app, '2024年上半年报送 468 件，采用 186 件，采用率 39.7%')
    })
  })

  test('a whole meeting by keyboard alone, with F5 in the middle', async () => {
    await withApp(async (app) => {
      const { keyboard } = app.page
      await app.choose([MEETING])
      await app.part('import-accept').waitFor()
      await app.part('import-accept').focus()
      await keyboard.press('Enter')
      await app.part('import-done').waitFor({ state: 'attached' })
      await keyboard.press('Alt+6')
      await app.part('deck-halfYear').waitFor()
      await app.page.locator('[data-testid=deck-halfYear]:enabled').waitFor()
      // Only Tab leads there.
      for (let i = 0; i < 60; i++) {
        if (await app.part('deck-halfYear').evaluate((element) => element === document.activeElement)) break
        await keyboard.press('Tab')
      }
      await keyboard.press('Enter')
      await app.part('deck-start').waitFor()
      for (let i = 0; i < 60; i++) {
        if (await app.part('deck-start').evaluate((element) => element === document.activeElement)) break
        await keyboard.press('Tab')
      }
      await keyboard.press('Enter')
      await app.part('show').waitFor()
      await atPage(app, 1)
      await keyboard.press('PageDown')
      await keyboard.press('Space')
      await atPage(app, 3)
      await keyboard.press('PageUp')
      await atPage(app, 2)
      await keyboard.press('b')
      await app.part('show-black').waitFor()
      await keyboard.press('b')
      await app.part('show-black').waitFor({ state: 'detached' })
      await keyboard.press('g')
      await app.part('go-to').waitFor()
      await keyboard.type('6')
      await keyboard.press('Enter')
      await atPage(app, 6)

      await app.page.reload()
      await app.part('show').waitFor()
      await atPage(app, 6)
      await says(app, '石桥镇')

      // A question from the floor, by pinyin initials; the ledger is there again.
      await keyboard.press('/')
      await app.part('unit-search').waitFor()
      await expect
        .poll(async () => {
          await app.part('unit-search').fill('')
          await app.part('unit-search').pressSequentially('sqz')
          return app.page.locator('.unit-search__found').innerText()
        })
        .toContain('石桥镇')
      await keyboard.press('Enter')
      await app.part('slide-card').waitFor()
      await expect.poll(() => app.part('slide-card').innerText(), PATIENT).toContain('乡镇')
      await keyboard.press('Backspace')
      await app.part('slide-card').waitFor({ state: 'detached' })
      await atPage(app, 6)

      await keyboard.press('o')
      await app.page.locator('.slide-grid').waitFor()
      await keyboard.press('ArrowRight')
      await keyboard.press('Enter')
      await atPage(app, 7)
      await keyboard.press('End')
      await atPage(app, 11)
      await keyboard.press('ArrowRight')
      await atPage(app, 11)
      await keyboard.press('Escape')
      await app.part('deck-start').waitFor()
      // What was shown last is offered again.
      await expect.poll(() => app.part('deck-resume').innerText(), PATIENT).toContain('11')
    })
  })

  test('the deck is kept with its project: a closed tab has it again', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.page.getByText('已保存').first().waitFor()
      await app.page.evaluate(() => sessionStorage.clear())
      await app.page.reload()
      await app.part('deck-start').waitFor()
      await app.page.locator('[data-testid=room-test]:enabled').waitFor()
      await startShow(app)
      await app.page.keyboard.press('ArrowRight')
      await atPage(app, 2)
      await says(app, '报送 468 件')
    })
  })
})

describe('the templates', () => {
  test('lead back to the deck that was left for them', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.part('deck-make').click()
      await app.page.getByText('再做一份汇报').waitFor()
      await app.part('deck-halfYear').click()
      await app.page.locator('[data-testid=room-test]:enabled').waitFor()
      const decks = app.page.getByLabel('汇报', { exact: true }).locator('option')
      await expect.poll(() => decks.count(), PATIENT).toBe(2)
      const first = (await decks.first().getAttribute('value'))!
      await app.page.getByLabel('汇报', { exact: true }).selectOption(first)
      await app.part('deck-make').click()
      await app.part('deck-back').click()
      await app.part('deck-start').waitFor()
      await expect.poll(() => app.page.getByLabel('汇报', { exact: true }).inputValue(), PATIENT).toBe(first)
    })
  })
})

describe('two windows', () => {
  test('stay in step under random keys in either, and the second holds no ledger', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await startShow(app)
      const [speaker] = await Promise.all([app.page.context().waitForEvent('page'), app.page.keyboard.press('s')])
      await speaker.getByTestId('speaker-page').waitFor()
      const seed = 20240630
      const random = new Random(seed)
      const keys = [
        'ArrowRight',
        'ArrowRight',
        'PageDown',
        'ArrowLeft',
        'b',
        'a',
        'Home',
        'End',
        'Backspace',
        'h',
      ] as const
      for (let i = 0; i < 60; i++) {
        const window = random.chance(0.5) ? app.page : speaker
        await window.keyboard.press(random.pick(keys))
      }
      const state = async (page: Page) => ({
        page: await pageOf(page),
        turn: await page.locator('[data-turn]').getAttribute('data-turn'),
      })
      // The last key of either is still on its way to the other: both are looked at until they agree.
      await expect
        .poll(
          async () => {
            const [one, other] = [await state(app.page), await state(speaker)]
            return { agreed: JSON.stringify(one) === JSON.stringify(other), one, other }
          },
          { ...PATIENT, message: `seed ${seed}` },
        )
        .toMatchObject({ agreed: true })
      expect((await state(app.page)).turn).not.toBe('0')

      // A card asked for in one window is shown in both; F5 of the audience changes nothing.
      await speaker.keyboard.press('Home')
      await atPage(app, 1)
      await app.page.reload()
      await app.part('show').waitFor()
      await speaker.keyboard.press('ArrowRight')
      await atPage(app, 2)
      // The speaker's F5 asks the audience where it is.
      await speaker.reload()
      await expect.poll(() => pageOf(speaker), PATIENT).toBe(2)
      // The presenter's window starts no worker and opens no ledger.
      expect(speaker.workers()).toHaveLength(0)
      await speaker.close()
    })
  })

  test('without a channel the show goes on alone, with its notes in the same window', async () => {
    await withApp(async (app) => {
      await app.page.addInitScript(() => {
        Reflect.deleteProperty(window, 'BroadcastChannel')
      })
      await app.page.reload()
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.part('step-notes').fill('先感谢各单位。')
      await app.part('step-notes').blur()
      await startShow(app)
      await app.page.keyboard.press('n')
      await expect.poll(() => app.part('speaker-notes').innerText(), PATIENT).toBe('先感谢各单位。')
      await app.page.keyboard.press('ArrowRight')
      await atPage(app, 2)
      await expect.poll(() => app.part('speaker-notes').innerText(), PATIENT).toBe('没有备注')
      await app.page.keyboard.press('n')
      await app.part('speaker-notes').waitFor({ state: 'detached' })
    })
  })
})

describe('questions from the floor', () => {
  test('one unit stands out and the others turn grey, on every slide', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await startShow(app)
      await app.page.keyboard.press('/')
      await app.part('unit-search').fill('石桥镇')
      await app.page.keyboard.press('Shift+Enter')
      await app.page.keyboard.press('g')
      await app.part('go-to').fill('6')
      await app.page.keyboard.press('Enter')
      await atPage(app, 6)
      const colourOf = (text: string) =>
        app.page
          .locator('.show svg text', { hasText: text })
          .first()
          .evaluate((element) => element.getAttribute('fill') ?? getComputedStyle(element).fill)
      await expect.poll(() => colourOf('石桥镇'), PATIENT).toMatch(/#b3261e|rgb\(179, ?38, ?30\)/i)
      expect(await colourOf('城关镇')).not.toMatch(/#b3261e|rgb\(179, ?38, ?30\)/i)
      await app.page.keyboard.press('h')
      await expect.poll(() => colourOf('石桥镇'), PATIENT).not.toMatch(/#b3261e|rgb\(179, ?38, ?30\)/i)
    })
  })

  test('a unit of the roster that reported nothing has a card too, and Tab does not leave the box', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await go(app, '名册与名称')
      const due = (name: string) => ({ name, group: null, from: null, last: null })
      const book = {
        ...{ format: 'caiyong-office', version: 1, aliases: { units: [], outlets: [] }, apart: [], outlets: [] },
        ...{ successions: [], namesAs: 'now', submittedMeans: 'items', mappings: [] },
        roster: [...DEPARTMENTS, ...TOWNS, '县大数据中心'].map(due),
      }
      await app.part('office-file').setInputFiles({
        name: '办公设置.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(book)),
      })
      await app.page.getByText('县大数据中心').first().waitFor({ state: 'attached' })
      await makeDeck(app)
      await startShow(app)
      await app.page.keyboard.press('/')
      await app.part('unit-search').fill('大数据')
      await app.page.locator('.unit-search__found').getByText('县大数据中心').waitFor()
      await app.page.keyboard.press('Tab')
      await expect
        .poll(() => app.part('unit-search').evaluate((element) => element === document.activeElement), PATIENT)
        .toBe(true)
      await app.page.keyboard.press('Enter')
      await app.part('slide-card').waitFor()
      await expect.poll(() => app.part('slide-card').innerText(), PATIENT).toMatch(/县大数据中心[^]*报送件数\s*0/)
    })
  })

  test('anonymous, no unit is named anywhere, and each bears one letter through the deck', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await startShow(app)
      const read = async (): Promise<string[]> => {
        const all: string[] = []
        await app.page.keyboard.press('Home')
        for (let page = 1; page <= 11; page++) {
          await atPage(app, page)
          all.push(await words(app))
          await app.page.keyboard.press('ArrowRight')
        }
        return all
      }
      const named = await read()
      await app.page.keyboard.press('a')
      const hidden = await read()
      for (const unit of [...DEPARTMENTS, ...TOWNS, SILENT])
        for (const [index, text] of hidden.entries())
          expect(text.includes(unit), `${unit} on slide ${index + 1}`).toBe(false)
      expect(named[8]).toContain(ZERO)
      // The unit without adoptions is named on the zero list, the funnel and the page of problems: everywhere by the same letter.
      const letter = /有报送、零采用（1 个）([甲乙丙丁戊己庚辛壬癸]\d)/.exec(hidden[8]!)?.[1]
      expect(letter).toBeDefined()
      expect(hidden[6]).toMatch(new RegExp(`${letter}(显著)?偏低`))
      expect(hidden[9]).toContain(`${letter}有报送，但没有一条被采用。`)
    })
  })
})

describe('the editor', () => {
  test('steps are moved, copied, hidden and captioned by keys and by dragging', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      const steps = app.part('deck-step')
      const list = () => steps.locator('.step-list__name').allInnerTexts()
      const before = await list()
      await steps.nth(2).focus()
      await app.page.keyboard.press('Alt+ArrowUp')
      await expect.poll(list, PATIENT).toEqual([before[0], before[2], before[1], ...before.slice(3)])
      await app.page.keyboard.press('Alt+ArrowDown')
      await expect.poll(list, PATIENT).toEqual(before)
      await app.page.keyboard.press('Control+d')
      await expect.poll(list, PATIENT).toEqual([...before.slice(0, 3), before[2], ...before.slice(3)])
      await app.page.keyboard.press('Delete')
      await expect.poll(list, PATIENT).toEqual(before)
      await steps.nth(3).click()
      await app.page.keyboard.press('h')
      await expect.poll(list, PATIENT).toEqual([...before.slice(0, 3), `${before[3]} · 已隐藏`, ...before.slice(4)])
      const [from, to] = [await steps.nth(1).boundingBox(), await steps.nth(0).boundingBox()]
      await app.page.mouse.move(from!.x + 60, from!.y + 40)
      await app.page.mouse.down()
      await app.page.mouse.move(from!.x + 60, from!.y + 10, { steps: 4 })
      await app.page.mouse.move(to!.x + 60, to!.y + 8, { steps: 12 })
      await app.page.mouse.up()
      await expect.poll(async () => (await list()).slice(0, 2), PATIENT).toEqual([before[1], before[0]])
      await steps.nth(0).click()
      await app.part('step-caption').fill('上半年工作总体平稳。')
      await app.part('step-caption').blur()
      await startShow(app)
      await says(app, '上半年工作总体平稳。')
      await app.page.keyboard.press('End')
      // Eleven steps, one hidden.
      await atPage(app, 10)
    })
  })

  test('newer data are offered, never swapped in', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.part('deck-newer').waitFor({ state: 'detached' })
      await go(app, '数据')
      await importAll(app, [
        textFile('补报.csv', '单位,分组,标题,报送日期,采用载体,采用日期', '石桥镇,乡镇,补报的一条,2024-05-20,,'),
      ])
      await go(app, '汇报')
      await app.part('deck-newer').waitFor()
      await app.part('deck-step').nth(1).click()
      const preview = app.page.locator('.present__preview')
      await expect.poll(() => preview.innerText(), PATIENT).toContain('报送 468 件')
      await app.part('deck-newer').click()
      await expect.poll(() => preview.innerText(), PATIENT).toContain('报送 469 件')
      await app.part('deck-newer').waitFor({ state: 'detached' })
      // It can be called something of its own; no name is given twice.
      const name = app.part('deck-name')
      await expect.poll(() => name.inputValue(), PATIENT).toMatch(/（新数据）$/)
      await name.fill('七月例会')
      await name.press('Tab')
      await app.page.getByRole('option', { name: '七月例会' }).waitFor({ state: 'attached' })
      await name.fill(' ')
      await name.press('Tab')
      await expect.poll(() => name.inputValue(), PATIENT).toBe('七月例会')
      // The deck of the meeting is still what it was.
      await app.page.getByLabel('汇报', { exact: true }).selectOption({ index: 0 })
      await expect.poll(() => preview.innerText(), PATIENT).toContain('报送 468 件')
    })
  })

  test('a panel is captured with its filters and its marked unit, frozen', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '总览')
      await app.part('filter-period').selectOption('2024Q1')
      const trend = app.page.locator('.chart-panel').first()
      await trend.hover({ position: { x: 40, y: 16 } })
      await app.page.keyboard.press('d')
      await trend.getByText('已加入汇报').waitFor()
      // Later choices of the bar do not reach the step.
      await app.part('filter-period').selectOption('2024-02')
      await go(app, '汇报')
      await expect.poll(() => app.page.locator('.present__preview').innerText(), PATIENT).toContain('2024年第一季度')
    })
  })

  test('print has one page a slide, of the slide’s shape', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.page.getByRole('link', { name: '打印或存为 PDF' }).click()
      await app.page.locator('.deck-print__page').nth(10).waitFor()
      await app.page.locator('.deck-print__page svg').first().waitFor()
      await expect
        .poll(() => app.page.locator('.deck-print__page .slide-chart:not(:has(svg text))').count(), PATIENT)
        .toBe(0)
      const pdf = (await app.page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(11)
      // 1280 × 720 px are 960 × 540 points.
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
        box!.trim().split(/\s+/).map(Number),
      )
      for (const [, , width, height] of boxes) {
        expect(Math.round(width!)).toBe(960)
        expect(Math.round(height!)).toBe(540)
      }
    })
  })
})
