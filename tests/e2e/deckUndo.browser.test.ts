import { describe, expect, test } from 'vitest'
import { MEETING } from './deckLedger'
import type { App } from './helpers'
import { atPage, makeDeck, PATIENT, says, startShow, words } from './meeting'
import { go, importAll, SPRING, tableRows } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const hint = (app: App): Promise<string | null> => app.part('undo').getAttribute('title')
const steps = (app: App): Promise<string[]> => app.part('deck-step').locator('.step-list__name').allInnerTexts()

describe('undo in the room of decks', () => {
  test('brings back a dropped page, a deleted deck, and what was typed; after a reload too', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      const before = await steps(app)
      const { keyboard } = app.page
      await app.part('deck-step').nth(2).focus()
      await keyboard.press('Delete')
      await expect.poll(() => steps(app), PATIENT).toHaveLength(before.length - 1)
      // The list has dropped it before the workspace heard of it.
      await expect.poll(() => hint(app), PATIENT).toContain('删去第 3 页')
      await keyboard.press('Control+z')
      await expect.poll(() => steps(app), PATIENT).toEqual(before)
      // The page that came back is looked at.
      await expect
        .poll(
          () => app.page.locator('[data-testid=deck-step][aria-current=true] .step-list__name').innerText(),
          PATIENT,
        )
        .toBe(before[2])
      await keyboard.press('Control+y')
      await expect.poll(() => steps(app), PATIENT).toHaveLength(before.length - 1)
      await app.part('undo').click()
      // Until the page is back, the fields are those of another one.
      await expect.poll(() => steps(app), PATIENT).toEqual(before)

      await app.part('step-caption').fill('平稳。')
      await app.part('step-caption').blur()
      await expect.poll(() => hint(app), PATIENT).toContain('改第 3 页的文字')
      await app.keeps('saved')
      const known = await app.savedRevision()
      await app.part('deck-remove').click()
      await app.part('deck-halfYear').waitFor()
      await app.savedAfter(known)
      await app.page.reload()
      await app.part('deck-halfYear').waitFor()
      await app.part('undo').click()
      await app.part('deck-start').waitFor()
      await expect.poll(() => steps(app), PATIENT).toEqual(before)
      await app.part('deck-step').nth(2).click()
      await expect.poll(() => app.part('step-caption').inputValue(), PATIENT).toBe('平稳。')
      await app.part('undo').click()
      await expect.poll(() => app.part('step-caption').inputValue(), PATIENT).toBe('')

      await app.enter('#/projects')
      const lines = (await tableRows(app.part('journal').locator('table'))).map((row) => row['做了什么'])
      const name = '2024年上半年信息报送采用情况汇报'
      expect(lines.slice(0, 4)).toEqual([
        `撤销：改汇报“${name}”：改第 3 页的文字`,
        `撤销：删除汇报“${name}”`,
        `删除汇报“${name}”`,
        `改汇报“${name}”：改第 3 页的文字`,
      ])
    })
  })

  test('holds what is being written when the power goes, as one step', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.part('deck-step').nth(2).click()
      const caption = app.part('step-caption')
      await caption.focus()
      // The savings counted below are those of what is written.
      await app.keeps('saved')
      for (const part of ['采用率 ', '平稳，', '略有上升']) {
        const known = await app.savedRevision()
        await app.page.keyboard.type(part)
        await app.savedAfter(known)
      }
      // Between the pauses nothing was taken from under the hand: the blank stands, the caret stayed at the end.
      expect(await caption.inputValue()).toBe('采用率 平稳，略有上升')
      expect(await caption.evaluate((field) => (field as HTMLInputElement).selectionStart)).toBe(11)
      await app.page.reload()
      await app.part('deck-step').nth(2).click()
      await expect.poll(() => caption.inputValue(), PATIENT).toBe('采用率 平稳，略有上升')
      await app.part('undo').click()
      await expect.poll(() => caption.inputValue(), PATIENT).toBe('')
      await expect.poll(() => hint(app), PATIENT).not.toContain('文字')
    })
  })

  test('waits with what is being composed until its characters stand', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.part('deck-step').nth(2).click()
      const caption = app.part('step-caption')
      await caption.focus()
      await app.keeps('saved')
      const devtools = await app.page.context().newCDPSession(app.page)
      await devtools.send('Input.imeSetComposition', { text: 'pingwen', selectionStart: 7, selectionEnd: 7 })
      const known = await app.savedRevision()
      // Longer than a pause of writing.
      await app.page.waitForTimeout(1500)
      expect([await app.savedRevision(), await caption.inputValue()]).toEqual([known, 'pingwen'])
      await devtools.send('Input.insertText', { text: '平稳' })
      await app.savedAfter(known)
      expect(await caption.inputValue()).toBe('平稳')
      await expect.poll(() => hint(app), PATIENT).toContain('改第 3 页的文字')
    })
  })

  test('takes back last what was done last: a captured panel before the filter that was chosen for it', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await go(app, '总览')
      await app.part('filter-period').selectOption('2024Q1')
      const trend = app.page.locator('.chart-panel').first()
      await trend.hover({ position: { x: 40, y: 16 } })
      await app.page.keyboard.press('d')
      await trend.getByText('已加入汇报').waitFor()
      await expect.poll(() => hint(app), PATIENT).toContain('汇报')
      await app.part('undo').click()
      // Now it is the turn of the filter, which stands so far.
      await expect.poll(() => hint(app), PATIENT).toContain('筛选')
      expect(await app.part('filter-period').inputValue()).toBe('2024Q1')
      await go(app, '汇报')
      await app.part('deck-halfYear').waitFor()
    })
  })

  test('reaches a show in another window, which stays at its step', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.keeps('saved')
      const known = await app.savedRevision()
      await app.part('step-caption').fill('改过的封面')
      await app.part('step-caption').blur()
      await app.savedAfter(known)
      const other = await app.anotherTab()
      await other.part('deck-start').waitFor()
      await other.enter('#/present/show')
      await atPage(other, 1)
      await says(other, '改过的封面')
      await other.page.keyboard.press('ArrowRight')
      await other.page.keyboard.press('ArrowRight')
      await atPage(other, 3)
      // With its numbers, which the other window asks for itself.
      await says(other, '1月')
      const shown = await words(other)
      // The page before it goes and comes back: the same slide stays on the screen, under its number.
      await app.part('deck-step').nth(1).focus()
      await app.page.keyboard.press('Delete')
      await atPage(other, 2)
      await expect
        .poll(async () => (await words(other)).replace('2 / 10', ''), PATIENT)
        .toBe(shown.replace('3 / 11', ''))
      await app.page.keyboard.press('Control+z')
      await atPage(other, 3)
      await app.page.keyboard.press('Control+z')
      await other.page.keyboard.press('Home')
      await expect.poll(() => words(other), PATIENT).not.toContain('改过的封面')
    })
  })
})

describe('a snapshot', () => {
  test('is not dropped before the decks bound to it are named; they then offer to be remade', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.enter('#/projects')
      const drop = app.part('snapshots').getByTitle(/^删除快照/)
      await drop.click()
      const dialog = app.page.getByRole('dialog')
      await expect
        .poll(() => dialog.innerText(), PATIENT)
        .toContain('有 1 份汇报的数字取自它：2024年上半年信息报送采用情况汇报。')
      await dialog.getByRole('button', { name: '取消' }).click()
      expect(await drop.count()).toBe(1)
      await go(app, '汇报')
      await app.part('deck-start').waitFor()
      await app.part('deck-newer').waitFor({ state: 'detached' })

      await app.enter('#/projects')
      await drop.click()
      await app.part('project-confirm').click()
      await expect.poll(() => drop.count(), PATIENT).toBe(0)
      await app.keeps('saved')
      // With the page, what was computed of it goes too.
      await app.page.reload()
      await go(app, '汇报')
      await app.page.getByText('这份汇报的冻结数据已被删除').waitFor()
      await app.part('deck-newer').click()
      await app.page.locator('[data-testid=room-test]:enabled').waitFor()
      await app.part('deck-newer').waitFor({ state: 'detached' })
      await startShow(app)
      await app.page.keyboard.press('ArrowRight')
      await atPage(app, 2)
      await says(app, '报送 468 件')
    })
  })

  test('is not dropped before the decks are named that undo would bring back without numbers', async () => {
    await withApp(async (app) => {
      await importAll(app, [MEETING])
      await makeDeck(app)
      await app.part('deck-remove').click()
      await app.part('deck-halfYear').waitFor()
      await expect.poll(() => hint(app), PATIENT).toContain('删除汇报')
      await app.enter('#/projects')
      await app
        .part('snapshots')
        .getByTitle(/^删除快照/)
        .click()
      await expect
        .poll(() => app.page.getByRole('dialog').innerText(), PATIENT)
        .toContain('已不在的汇报中，还有 1 份的数字取自它：2024年上半年信息报送采用情况汇报。')
      await app.page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await app.part('undo').click()
      await go(app, '汇报')
      await app.part('deck-start').waitFor()
    })
  })

  test('that no deck is bound to is asked about as well, and says so', async () => {
    await withApp(async (app) => {
      await importAll(app, [SPRING])
      await app.enter('#/projects')
      await app.part('snapshots').locator('input').fill('春季')
      await app.part('snapshots').locator('input').press('Enter')
      await app.part('snapshots').getByTitle('删除快照 春季').click()
      expect(await app.page.getByRole('dialog').innerText()).not.toContain('汇报')
      await app.part('project-confirm').click()
      await app.part('snapshots').getByText('还没有快照').waitFor()
    })
  })
})
