import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { read } from '@e965/xlsx'
import type { Download } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser } from './withApp'
import type { App } from './helpers'

const { withApp } = useBrowser()

/** Opened from the disk, as from a USB stick. */
const withFile = (steps: (app: App) => Promise<void>): Promise<void> => withApp(steps, { url: inject('singleUrl') })

async function saved(app: App, press: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), press()])
  return download
}

// That it gives the numbers, rooms and charts of the hosted app is tested in kernels.browser.test.ts.
describe('the single file, from file://', () => {
  test('opens a sample, saves CSV, PNG and XLSX', async () => {
    await withFile(async (app) => {
      await app.part('sample').first().click()
      expect(await app.accept()).toBe('done')
      await app.part('overview-figures').waitFor()
      const panel = app.page
        .locator('section')
        .filter({ has: app.page.locator('canvas') })
        .first()
      await panel.getByRole('button', { name: '更多操作' }).click()
      const png = await saved(app, () => panel.getByRole('button', { name: '保存为 PNG' }).click())
      expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG')
      await panel.getByRole('button', { name: '表格' }).click()
      const csv = await saved(app, () => app.page.getByRole('button', { name: '保存为 CSV' }).first().click())
      expect(await readFile(await csv.path(), 'utf8')).toContain('时段')
    })
    await withFile(async (app) => {
      const template = app.page.getByRole('button', { name: '统计表（一行一个单位）', exact: true })
      const xlsx = await saved(app, () => template.click())
      expect(read(await readFile(await xlsx.path())).SheetNames).toHaveLength(2)
    })
  })

  test('names its scripts in its policy, and allows no other', () => {
    const html = readFileSync(fileURLToPath(inject('singleUrl')), 'utf8')
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]
    const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
    )
    expect(policy?.split('; ').find((line) => line.startsWith('script-src'))).toBe(`script-src ${scripts.join(' ')}`)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe-eval|https?:/)
    expect(html).not.toMatch(/<(?:script|link)\b[^>]*\b(?:src|href)="(?!data:)/)
  })
})
