import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const YEARS = [2021, 2022, 2023, 2024]
/** Changes of filter that are timed, after one of each kind to fill what is kept. */
const TIMES = 200
/** Which of the four kinds of period is cut out of months. */
const HALF_MONTH = 2

/**
 * One aggregation by itself, as a changed filter asks for it, without a page, a worker or a chart. Milliseconds: every timed aggregation, the first of a
 * clock (which adds the ledger up), those of half a month alone (which read days), and one bare pass over the same items in the same run, for a ratio that
 * does not depend on the machine.
 */
export async function measureAggregation(root, folder, path) {
  const outDir = join(folder, 'node')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      rollupOptions: {
        input: {
          workspace: join(root, 'src/workspace/workspace.ts'),
          read: join(root, 'src/ingest/read/readFile.ts'),
          source: join(root, 'src/ingest/read/byteSource.ts'),
          words: join(root, 'src/ingest/recognise/headerConcept.ts'),
        },
      },
    },
  })
  const load = (name) => import(pathToFileURL(join(outDir, `${name}.js`)).href)
  const [{ Workspace }, { readFile: read }, { bytesSource }, { isHeaderWord }] = await Promise.all(
    ['workspace', 'read', 'source', 'words'].map(load),
  )
  const workspace = new Workspace()
  workspace.propose(
    [await read(bytesSource('ledger.csv', new Uint8Array(await readFile(path))), {}, isHeaderWord)],
    null,
  )
  workspace.accept(20_000)

  const timed = (work) => {
    const started = performance.now()
    work()
    return performance.now() - started
  }
  const day = (year, month, dayOfMonth) => Date.UTC(year, month - 1, dayOfMonth) / 86_400_000
  const queries = Array.from({ length: TIMES }, (_, i) => {
    const year = YEARS[i % YEARS.length]
    const month = (i % 12) + 1
    return {
      clock: i % 2 === 0 ? 'submitted' : 'adopted',
      // Months, years, half a month and all time by turns: what a person chooses, and the finest there is.
      span: [
        { from: day(year, month, 1), to: day(year, month + 1, 1) },
        { from: day(year, 1, 1), to: day(year + 1, 1, 1) },
        { from: day(year, month, 10), to: day(year, month, 25) },
        null,
      ][(i >> 1) % 4],
      unitIds: i % 5 === 0 ? [i % 100, (i * 7) % 100] : null,
      groups: null,
    }
  })
  const firstMs = queries.slice(0, 8).map((query) => timed(() => workspace.measure(query)))
  const ms = queries.map((query) => timed(() => workspace.measure(query)))
  const items = workspace.summary().items
  const units = Uint32Array.from({ length: items }, (_, i) => (i * 7919) % 100)
  const months = Uint8Array.from({ length: items }, (_, i) => (i * 31) % 48)
  const bareMs = Array.from({ length: 20 }, () =>
    timed(() => {
      const sums = new Float64Array(100 * 48)
      for (let i = 0; i < items; i++) sums[units[i] * 48 + months[i]]++
      if (sums[0] < 0) throw new Error('never')
    }),
  )
  const halfMonthMs = ms.filter((_, i) => (i >> 1) % 4 === HALF_MONTH)
  return { ms, halfMonthMs, firstMs, bareMs, items }
}
