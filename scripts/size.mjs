import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseAst } from 'vite'
import { dist, singleFile } from './build.mjs'

/** What a first visit may weigh, gzipped, before anything is opened. */
const LIMIT = 250 * 1024

/** What the single file may weigh as it lies on a USB stick: a browser reads all of it before it shows anything. */
const SINGLE_LIMIT = 6 * 1024 * 1024

/** The page's own scripts, preloads and style sheets. */
const PAGE_LINK = /<(?:script|link)\b[^>]*\b(?:src|href)="([^":]+\.(?:js|css))"/g

/**
 * What a script imports before it runs; `import()` is left out, it loads on demand.
 *
 * @param {string} code
 * @returns {string[]}
 */
function staticImports(code) {
  return parseAst(code).body.flatMap((node) =>
    'source' in node && node.source ? [/** @type {string} */ (node.source.value)] : [],
  )
}

/**
 * The files loaded before the app can show anything.
 *
 * @returns {string[]} paths inside dist
 */
function firstFiles() {
  const seen = new Set(['index.html'])
  for (const path of seen) {
    const text = readFileSync(join(dist, path), 'utf8')
    const links = path.endsWith('.html')
      ? [...text.matchAll(PAGE_LINK)].map((match) => match[1] ?? '')
      : path.endsWith('.js')
        ? staticImports(text)
        : []
    for (const link of links) seen.add(join(path, '..', link))
  }
  return [...seen]
}

const rows = firstFiles()
  .map((path) => ({ path, size: gzipSync(readFileSync(join(dist, path)), { level: 9 }).length }))
  .sort((a, b) => b.size - a.size)
const total = rows.reduce((sum, row) => sum + row.size, 0)
const kb = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10)

for (const row of rows) console.log(`${kb(row.size)}  ${basename(row.path)}`)
console.log(`${kb(total)}  first load, gzip (limit ${kb(LIMIT).trim()})`)
if (total > LIMIT) {
  console.error(`The first load is ${kb(total - LIMIT).trim()} over its limit.`)
  process.exitCode = 1
}

const single = readFileSync(singleFile)
const packed = kb(gzipSync(single, { level: 9 }).length).trim()
console.log(`${kb(single.length)}  ${basename(singleFile)} (limit ${kb(SINGLE_LIMIT).trim()}), gzip ${packed}`)
if (single.length > SINGLE_LIMIT) {
  console.error(`The single file is ${kb(single.length - SINGLE_LIMIT).trim()} over its limit.`)
  process.exitCode = 1
}
