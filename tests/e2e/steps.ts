import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright'
import { expect } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import type { App, FilePayload, Files } from './helpers'

/** A text file made in memory, in UTF-8. */
export function textFile(name: string, ...lines: string[]): FilePayload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }
}

/** Path of a ledger with known answers. */
export function ledgerPath(folder: string, file: string): string {
  return fileURLToPath(new URL(`../fixtures/ledgers/${folder}/${file}`, import.meta.url))
}

/** A file of the disk, to be given together with files made in memory. */
export function fileOf(path: string): FilePayload {
  return { name: basename(path), mimeType: 'text/csv', buffer: readFileSync(path) }
}

const ITEMS_HEAD = '单位,标题,报送日期,采用载体'

/** Six items of three units; three adopted, four placements. */
export const SPRING = textFile(
  '春季台账.csv',
  ITEMS_HEAD,
  '东岭乡,春耕备耕进展,2024-01-05,手机报',
  '东岭乡,乡村道路养护,2024-02-06,',
  '城关镇,防汛物资储备,2024-01-09,手机报、《市日报》',
  '城关镇,夜市管理做法,2024-03-11,',
  '石桥镇,医保参保动员,2024-02-20,《市日报》',
  '石桥镇,图书室开放,2024-03-21,',
)
export const SPRING_TOTAL = { submitted: 6, adopted: 3, placements: 4, rate: 0.5 }

/** Four items of two units; one adopted. */
export const SUMMER = textFile(
  '夏季台账.csv',
  ITEMS_HEAD,
  '东岭乡,夏粮收购,2024-06-05,手机报',
  '东岭乡,高温慰问,2024-07-06,',
  '城关镇,暑期安全,2024-07-09,',
  '城关镇,农田灌溉,2024-08-11,',
)
export const SUMMER_TOTAL = { submitted: 4, adopted: 1, placements: 1, rate: 0.25 }

export const BOTH_TOTAL = { submitted: 10, adopted: 4, placements: 5, rate: 0.4 }

/** The first bytes of a picture, whatever its name says. */
export const PICTURE: FilePayload = {
  name: '截图.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
  ]),
}
export const EMPTY: FilePayload = { name: '空白.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }
export const HALF_JSON: FilePayload = {
  name: '半截.json',
  mimeType: 'application/json',
  buffer: Buffer.from('[{"unit": "东岭乡", "title": "春耕"'),
}

/** Chooses files, accepts, and fails when nothing could be imported. */
export async function importAll(app: App, files: Files): Promise<void> {
  await app.choose(files)
  expect(await app.accept()).toBe('done')
}

export async function measures(app: App): Promise<MeasuresJson> {
  return (await app.exportMeasures()) as MeasuresJson
}

/** The total without its interval, to compare with figures counted by hand. */
export async function total(app: App) {
  const { submitted, adopted, placements, rate } = (await measures(app)).total
  return { submitted, adopted, placements, rate }
}

/** A workspace without files has submitted nothing; its rate is no number. */
export const EMPTY_TOTAL = { submitted: 0, adopted: 0, placements: 0, rate: null }

/** Goes to a room by its link in the navigation, and waits until it has come: the room before stands until then, with parts of the same names. */
export async function go(app: App, room: string): Promise<void> {
  const link = app.page.getByRole('link', { name: room, exact: true })
  await link.click()
  await link.and(app.page.locator('[aria-current=page]')).waitFor()
}

export async function openOverview(app: App): Promise<void> {
  await go(app, '总览')
  await app.part('overview-figures').waitFor()
}

/** The card of one of the six figures. */
export function figure(app: App, label: string): Locator {
  return app
    .part('overview-figures')
    .locator('.figure-card')
    .filter({ has: app.page.getByText(label, { exact: true }) })
}

/** A rate as it is printed: 0.15426 → «15.4%». */
export function percent(rate: number | null): string {
  return rate === null ? '—' : `${(Math.round(rate * 1000 + 1e-9) / 10).toFixed(1)}%`
}

/** A table as a list of rows, each a map from its column's header to the words of the cell. */
export async function tableRows(table: Locator): Promise<Record<string, string>[]> {
  await table.waitFor()
  return table.evaluate((element) => {
    const words = (cell: Element): string => {
      // A cell that offers a choice says what is chosen.
      const choice = cell.querySelector('select')
      if (choice) return choice.selectedOptions[0]?.textContent?.trim() ?? ''
      return [...cell.childNodes]
        .map((node) => {
          const copy = node.cloneNode(true)
          if (copy instanceof Element) {
            if (copy.matches('.visually-hidden')) return ''
            for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove()
          }
          return copy.textContent ?? ''
        })
        .join('')
        .trim()
    }
    const heads = [...element.querySelectorAll('thead th')].map((head) => words(head).replace(/\s*[↕↑↓]$/, ''))
    return [...element.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries([...row.children].map((cell, at) => [heads[at] ?? String(at), words(cell)])),
    )
  })
}
