import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
const PACKAGE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//

/**
 * Where the names of the packages stand that a build put into the app.
 *
 * @param {string} mode Vite's
 */
export const shippedList = (mode) => join(cache, `shipped-${mode}.json`)

/**
 * Notes which packages are in a build: its page and its workers alike, without what was shaken off.
 *
 * @param {string} mode
 * @returns {{ page: import('vite').Plugin, worker: () => import('vite').Plugin }}
 */
export function shippedPackages(mode) {
  /** @type {Set<string>} */
  const names = new Set()
  const note = (/** @type {import('vite').Rolldown.OutputBundle} */ bundle) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const name = PACKAGE.exec(id)?.[1]
        if (name && renderedLength > 0) names.add(name)
      }
    }
  }
  // «Pre»: a single file takes its chunks out of the bundle.
  const generateBundle = {
    order: /** @type {const} */ ('pre'),
    handler: (/** @type {unknown} */ _options, /** @type {import('vite').Rolldown.OutputBundle} */ bundle) =>
      note(bundle),
  }
  return {
    page: {
      name: 'caiyong-shipped-packages',
      apply: 'build',
      generateBundle,
      closeBundle() {
        const list = shippedList(mode)
        mkdirSync(dirname(list), { recursive: true })
        writeFileSync(list, `${JSON.stringify([...names].sort(), null, 2)}\n`)
      },
    },
    worker: () => ({ name: 'caiyong-shipped-packages-worker', apply: 'build', generateBundle }),
  }
}
