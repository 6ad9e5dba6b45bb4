// Writes data/licences.json anew: node scripts/licences.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { buildWhenStale, dist } from './build.mjs'
import { shippedList } from './shippedPackages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'data', 'licences.json')

/** The service worker is bundled by a program of its own; each of its packages leaves a mark such as «workbox:core:7.4.0». */
const WORKBOX_MARK = /\bworkbox:([a-z-]+):\d/g

/**
 * The libraries in the built app, with the licence that each states.
 *
 * @returns {{ name: string, version: string, licence: string }[]}
 */
export function shippedLicences() {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8')
  const names = new Set([
    ...['production', 'single'].flatMap((mode) => JSON.parse(readFileSync(shippedList(mode), 'utf8'))),
    ...[...worker.matchAll(WORKBOX_MARK)].map(([, part]) => `workbox-${part}`),
  ])
  return [...names].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
    if (typeof license !== 'string') throw new Error(`${name} does not state its licence`)
    return { name, version, licence: license }
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  buildWhenStale('hosted')
  buildWhenStale('single')
  writeFileSync(target, `${JSON.stringify(shippedLicences(), null, 2)}\n`)
}
