import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../tests/browser/bundledBrowser.mjs'
import { checkTotals } from './bench/checkTotals.mjs'
import { makeLedger } from './bench/makeLedger.mjs'
import { measureAggregation } from './bench/measureAggregation.mjs'
import { toWorkbook } from './bench/toWorkbook.mjs'
import { peakRendererBytes } from './bench/rendererMemory.mjs'
import { serveFolder } from './serve.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, '.cache', 'bench')
const ROWS = Number(process.env['CAIYONG_BENCH_ROWS'] ?? 1_000_000)
/** A workbook is held whole by every program: its size is what an office's largest has. */
const WORKBOOK_ROWS = Number(process.env['CAIYONG_BENCH_WORKBOOK_ROWS'] ?? 100_000)
const FILTER_CHANGES = 10
const HEARTBEAT_MS = 10
/** A watchdog for a hung page, not a limit on speed. */
const PATIENCE_MS = 15 * 60_000

/** The room after an import may be another one than the overview; then the rest of the report is still worth having. */
const FIGURES_PATIENCE_MS = 30_000
const NO_FIGURES = 'not measured: no overview-figures with a data-revision'

const byTestId = (id) => `[data-testid=${id}]`

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs one measurement in a browser of its own: a peak of memory never goes down again. */
async function inBrowser(measure) {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })
    page.setDefaultTimeout(PATIENCE_MS)
    return await measure(page)
  } finally {
    await browser.close()
  }
}

/** What no program can do without: getting the bytes and decoding them. */
function measureBaseline(path) {
  return inBrowser(async (page) => {
    await page.setContent('<input type="file">')
    const emptyBytes = peakRendererBytes()
    await page.setInputFiles('input', path)
    const ms = await page.evaluate(async () => {
      const started = performance.now()
      const file = document.querySelector('input').files[0]
      const text = new TextDecoder('utf-8').decode(await file.arrayBuffer())
      const took = performance.now() - started
      if (text.length === 0) throw new Error('the file was empty')
      return took
    })
    return { ms, peakBytes: peakRendererBytes(), emptyBytes }
  })
}

/**
 * Runs in the page. The browser reports long tasks only where a script was called by an event or a timer; work that goes on
 * after a promise of the browser itself escapes it. A heartbeat that comes late tells of both.
 */
function watchMainThread(beat) {
  window.benchLongTasks = []
  window.benchLongestGap = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchLongTasks.push(entry.duration)
  })
  observer.observe({ type: 'longtask', buffered: true })
  let last = performance.now()
  setInterval(() => {
    const now = performance.now()
    window.benchLongestGap = Math.max(window.benchLongestGap, now - last)
    last = now
  }, beat)
}

async function exportMeasures(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(byTestId('export-measures'))])
  return JSON.parse(await readFile(await download.path(), 'utf8'))
}

/** From choosing another period to the new figures and all charts in sight on screen, in the page's own clock. */
function measureFilterChanges(page) {
  return page.evaluate(
    async ({ times, select, figures, charts }) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const took = []
      for (let change = 0; change < times; change++) {
        const chooser = document.querySelector(select)
        const shown = document.querySelector(figures)
        const redrawn = new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect()
            resolve()
          })
          observer.observe(shown, { attributes: true, attributeFilter: ['data-revision'] })
        })
        const inSight = [...document.querySelectorAll(charts)].filter((chart) => {
          const { top, bottom } = chart.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        })
        const drawings = inSight.map((chart) => chart.dataset.drawn)
        const others = [...chooser.options].filter((option) => option.value !== chooser.value && !option.disabled)
        const started = performance.now()
        chooser.value = others[change % others.length].value
        chooser.dispatchEvent(new Event('input', { bubbles: true }))
        chooser.dispatchEvent(new Event('change', { bubbles: true }))
        await redrawn
        // A chart may go with its data; one that stays has to be drawn anew.
        const late = (chart, at) => chart.isConnected && chart.dataset.drawn === drawings[at]
        for (let frame = 0; inSight.some(late); frame++) {
          if (frame > 300)
            throw new Error(
              `not redrawn: ${inSight
                .filter(late)
                .map((chart) => chart.getAttribute('aria-label'))
                .join(' | ')}`,
            )
          await nextFrame()
        }
        await nextFrame()
        took.push(performance.now() - started)
      }
      return took
    },
    {
      times: FILTER_CHANGES,
      select: byTestId('filter-period'),
      figures: byTestId('overview-figures'),
      charts: '.base-chart',
    },
  )
}

function measureApp(url, path, expected) {
  return inBrowser(async (page) => {
    await page.addInitScript(watchMainThread, HEARTBEAT_MS)
    await page.goto(url)
    await page.waitForSelector(byTestId('file-input'), { state: 'attached' })
    const emptyBytes = peakRendererBytes()
    await page.evaluate(() => {
      window.benchLongTasks.length = 0
      window.benchLongestGap = 0
    })

    const chosen = performance.now()
    await page.setInputFiles(byTestId('file-input'), path)
    const accept = `${byTestId('import-accept')}:not([disabled])`
    await page.waitForSelector(`${accept}, ${byTestId('import-failed')}`)
    if ((await page.locator(byTestId('import-failed')).count()) > 0) {
      throw new Error(await page.locator(byTestId('import-failed')).innerText())
    }
    const offered = performance.now()
    await page.click(accept)
    await page.waitForSelector(byTestId('import-done'), { state: 'attached' })
    const done = performance.now()
    const { longTasks, longestGap } = await page.evaluate(() => ({
      longTasks: window.benchLongTasks,
      longestGap: window.benchLongestGap,
    }))
    const importPeakBytes = peakRendererBytes()

    const wrong = checkTotals(expected, await exportMeasures(page))
    const figures = page.locator(`${byTestId('overview-figures')}[data-revision]`)
    const drawn = await figures.waitFor({ timeout: FIGURES_PATIENCE_MS }).then(
      () => true,
      () => false,
    )
    await page.evaluate(() => (window.benchLongTasks.length = 0))
    const filterTimes = drawn ? await measureFilterChanges(page) : []
    const filterLongTasks = await page.evaluate(() => window.benchLongTasks)
    return {
      toAcceptMs: offered - chosen,
      toDoneMs: done - chosen,
      longestTaskMs: Math.max(0, ...longTasks),
      longTasks: longTasks.length,
      longestSilenceMs: Math.max(0, longestGap - HEARTBEAT_MS),
      importPeakBytes,
      peakBytes: peakRendererBytes(),
      emptyBytes,
      filterMedianMs: drawn ? median(filterTimes) : null,
      filterTimesMs: filterTimes,
      filterLongestTaskMs: Math.max(0, ...filterLongTasks),
      wrong,
    }
  })
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`
}

function megabytes(bytes) {
  return bytes === null ? 'unknown' : `${(bytes / 2 ** 20).toFixed(0)} MiB`
}

async function main() {
  await mkdir(FOLDER, { recursive: true })
  const ledger = await makeLedger({ folder: FOLDER, rows: ROWS })
  const { size } = await stat(ledger.path)
  const baseline = await measureBaseline(ledger.path)
  const aggregation = await measureAggregation(ROOT, FOLDER, ledger.path)
  const served = await serveFolder({ folder: join(ROOT, 'dist') })
  const workbookLedger = await makeLedger({ folder: FOLDER, rows: WORKBOOK_ROWS })
  const workbookPath = await toWorkbook(workbookLedger.path, join(FOLDER, `信息台账-${WORKBOOK_ROWS}.xlsx`))
  const workbookSize = (await stat(workbookPath)).size
  let app
  let workbook
  try {
    app = await measureApp(served.url, ledger.path, ledger.expected)
    workbook = await measureApp(served.url, workbookPath, workbookLedger.expected)
  } finally {
    await served.close()
  }

  const memoryRatio = app.peakBytes === null || baseline.peakBytes === null ? null : app.peakBytes / baseline.peakBytes
  const ratios = {
    toAccept: app.toAcceptMs / baseline.ms,
    peakMemory: memoryRatio,
    aggregation: median(aggregation.ms) / median(aggregation.bareMs),
  }
  const aggregationMs = median(aggregation.ms)
  const bareMs = median(aggregation.bareMs)
  const rows = [
    ['ledger', `${ROWS} rows, ${megabytes(size)}`],
    ['baseline: read and decode', seconds(baseline.ms)],
    ['baseline: peak memory of the page', megabytes(baseline.peakBytes)],
    ['file chosen → import-accept', `${seconds(app.toAcceptMs)} (${ratios.toAccept.toFixed(1)} × baseline)`],
    ['file chosen → import-done', seconds(app.toDoneMs)],
    ['longest main-thread task at import', `${app.longestTaskMs.toFixed(0)} ms (${app.longTasks} over 50 ms)`],
    ['longest main-thread task at filter changes', `${app.filterLongestTaskMs.toFixed(0)} ms`],
    ['longest silence of the main thread', `${app.longestSilenceMs.toFixed(0)} ms`],
    ['peak memory up to import-done', megabytes(app.importPeakBytes)],
    ['peak memory in all', `${megabytes(app.peakBytes)} (${memoryRatio?.toFixed(1) ?? '?'} × baseline)`],
    [
      'filter change → redrawn, median',
      app.filterMedianMs === null ? NO_FIGURES : `${app.filterMedianMs.toFixed(0)} ms`,
    ],
    [
      'one aggregation by itself, median',
      `${aggregationMs.toFixed(1)} ms (${(aggregationMs / bareMs).toFixed(2)} × one bare pass over the items)`,
    ],
    ['half a month by days, median', `${median(aggregation.halfMonthMs).toFixed(1)} ms`],
    ['adding up once a clock or cut month, slowest', `${Math.max(...aggregation.firstMs).toFixed(0)} ms`],
    ['totals', app.wrong.length === 0 ? 'right' : `${app.wrong.length} wrong`],
    ['workbook', `${WORKBOOK_ROWS} rows, ${megabytes(workbookSize)} of .xlsx`],
    [
      'workbook chosen → import-accept',
      `${seconds(workbook.toAcceptMs)} (${(workbook.toAcceptMs / baseline.ms).toFixed(1)} × baseline)`,
    ],
    ['longest main-thread task', `${workbook.longestTaskMs.toFixed(0)} ms (${workbook.longTasks} over 50 ms)`],
    ['peak memory in all', megabytes(workbook.peakBytes)],
    ['totals', workbook.wrong.length === 0 ? 'right' : `${workbook.wrong.length} wrong`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`)
  for (const line of [...app.wrong, ...workbook.wrong].slice(0, 20)) console.error(line)
  await writeFile(
    join(FOLDER, 'report.json'),
    JSON.stringify({ rows: ROWS, bytes: size, baseline, aggregation, app, workbook, ratios }, null, 2),
  )
  if (app.wrong.length + workbook.wrong.length > 0) process.exitCode = 1
}

await main()
