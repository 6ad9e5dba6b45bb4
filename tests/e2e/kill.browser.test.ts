import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Page } from 'playwright'
import { afterAll, expect, inject, test } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import { launchProfile } from '../browser/bundledBrowser.mjs'
import { reportCounts } from '../helpers/faultCounts'
import { textFile } from './steps'

const KILLS = Number(process.env['CAIYONG_KILLS'] ?? 8)
const SEED = Number(process.env['CAIYONG_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Ledgers of different months; the n-th has some rows that are set aside, which are to survive as well. */
const LEDGERS = Array.from({ length: 5 }, (_, n) =>
  textFile(
    `第${n + 1}批.csv`,
    '单位,标题,报送日期,采用载体',
    ...Array.from(
      { length: 400 },
      (_, i) => `${i % 2 ? '东岭乡' : '城关镇'},第${n}批第${i}条,2024-0${n + 1}-05,${i % 3 ? '' : '手机报'}`,
    ),
    `东岭乡,日期不存在${n},2024-02-30,`,
  ),
)

const profile = mkdtempSync(join(tmpdir(), 'caiyong-kill-'))
afterAll(() => rmSync(profile, { recursive: true, force: true }))

/** Ends the browser of the profile at once, as a switch at the wall ends a program: nothing of it gets to run. */
function kill(): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It ended while we looked.
    }
  }
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-testid=save-state]:is([data-state=saved],[data-state=empty])').waitFor()
}

/** Everything that measures.json says, rows set aside included; without the day on which it was said. */
async function numbers(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-measures').first().click(),
  ])
  const { generatedOn: _, ...rest } = JSON.parse(readFileSync(await download.path(), 'utf8')) as MeasuresJson
  return JSON.stringify(rest)
}

// Only Linux shows whose process is whose.
test.runIf(process.platform === 'linux')(
  `the browser killed at ${KILLS} random moments (seed ${SEED}) loses nothing that was said to be saved`,
  async () => {
    const random = fc.sample(fc.record({ wait: fc.nat(250), what: fc.constantFrom('next', 'undo', 'redo') }), {
      numRuns: KILLS,
      seed: SEED,
    })
    /** What each count of imported ledgers comes to, once it was seen. */
    const known = new Map<number, string>()
    const counts = { kills: 0, before: 0, after: 0, losses: 0 }
    /** How many ledgers are in: certainly, and if the killed step was kept. */
    let sure = 0
    let maybe = 0
    let most = 0
    for (let run = 0; run <= KILLS; run++) {
      const context = await launchProfile(profile)
      const page = context.pages()[0] ?? (await context.newPage())
      await page.goto(inject('appUrl'))
      await saved(page)
      const now = await numbers(page)
      const stands = [sure, maybe].find((count) => known.get(count) === now || (!known.has(count) && count === maybe))
      if (stands === undefined) counts.losses++
      else if (run > 0) counts[stands === maybe && maybe !== sure ? 'after' : 'before']++
      expect({ run, seed: SEED, stands }, `neither ${sure} nor ${maybe} ledgers`).not.toMatchObject({
        stands: undefined,
      })
      sure = stands!
      known.set(sure, now)
      if (run === KILLS) {
        await context.close()
        break
      }
      const { wait, what } = random[run]!
      const undo = page.getByTestId('undo')
      const redo = page.getByTestId('redo')
      if (what === 'undo' && (await undo.isEnabled())) {
        maybe = sure - 1
        await undo.click()
      } else if (what === 'redo' && (await redo.isEnabled())) {
        maybe = sure + 1
        await redo.click()
      } else {
        maybe = (sure % LEDGERS.length) + 1
        if (sure === LEDGERS.length) {
          // All are in: one step back instead.
          maybe = sure - 1
          await undo.click()
        } else {
          await page.getByTestId('file-input').setInputFiles(LEDGERS[sure]!)
          await page.getByTestId('import-accept').click()
        }
      }
      most = Math.max(most, maybe)
      await page.waitForTimeout(wait)
      kill()
      await context.close().catch(() => {})
      counts.kills++
    }
    expect(counts).toMatchObject({ kills: KILLS, losses: 0 })
    expect(most).toBeGreaterThan(0)
    reportCounts('browserKilled', counts)
  },
  60_000 + KILLS * 15_000,
)
