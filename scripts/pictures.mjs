// The pictures of the README, taken from the built app: node scripts/pictures.mjs
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../tests/browser/bundledBrowser.mjs'
import { buildWhenStale, dist } from './build.mjs'
import { HOSTED_CSP } from './csp.mjs'
import { serveFolder } from './serve.mjs'

const folder = fileURLToPath(new URL('../data/pictures/', import.meta.url))
const SIZE = { width: 1366, height: 768 }

buildWhenStale('hosted')
await mkdir(folder, { recursive: true })
const { url, close } = await serveFolder({ folder: dist, csp: HOSTED_CSP })
const browser = await launchBrowser()
try {
  /** A page in a browser of its own: nothing is kept from the pictures before. */
  const freshPage = async () => {
    const fresh = await (await browser.newContext({ viewport: SIZE })).newPage()
    await fresh.goto(url)
    return fresh
  }
  let page = await freshPage()
  const shot = async (name) => {
    // Charts draw with a short animation.
    await page.waitForTimeout(1500)
    await page.screenshot({ path: `${folder}${name}.png` })
  }
  await shot('start')
  await page.getByTestId('sample').first().click()
  await page.getByTestId('import-accept').waitFor()
  await shot('proposal')
  await page.getByTestId('import-accept').click()
  await page.getByTestId('overview-figures').waitFor()
  await page.getByTestId('filter-period').selectOption({ index: 3 })
  await page.getByRole('button', { name: '收起' }).click()
  await shot('overview')
  await page.getByRole('button', { name: '去掉筛选' }).first().click()
  for (const [room, name] of [
    ['单位', 'units'],
    ['载体', 'outlets'],
    ['趋势', 'trends'],
    ['名册与名称', 'names'],
    ['项目', 'projects'],
  ]) {
    await page.getByRole('link', { name: room, exact: true }).click()
    await page.waitForLoadState('networkidle')
    await shot(name)
  }
  await page.getByRole('link', { name: '汇报', exact: true }).click()
  await page.getByTestId('deck-halfYear').click()
  await page.getByTestId('deck-step').nth(2).click()
  await shot('present')
  await page.getByRole('link', { name: '总览', exact: true }).click()
  await page.getByTestId('overview-figures').waitFor()
  await page.locator('.figure-card__open').nth(1).click()
  await page.getByTestId('rows-found').waitFor()
  await shot('rows')
  page = await freshPage()
  const counted = fileURLToPath(new URL('../data/samples/第三季度统计表.csv', import.meta.url))
  const names = fileURLToPath(new URL('../tests/fixtures/ledgers/aliases/别名.csv', import.meta.url))
  await page.getByTestId('file-input').setInputFiles([counted, names])
  await page.getByTestId('import-accept').click()
  await page.getByTestId('import-done').waitFor()
  await page.getByRole('button', { name: '收起' }).click()
  await page.getByRole('link', { name: '数据', exact: true }).click()
  await shot('data')
} finally {
  await browser.close()
  await close()
}
