import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything that can change what is built. */
export const INPUTS = [
  ...['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'],
  ...['csp', 'inputs', 'pwa', 'shippedPackages', 'singleFile'].map((name) => `scripts/${name}.mjs`),
]

/**
 * A short name of the sources: the same sources have the same name wherever and whenever they are built. A build of one's own
 * may be named by CAIYONG_BUILD.
 *
 * @returns {string}
 */
export function buildName() {
  const asked = process.env['CAIYONG_BUILD']
  if (asked) return asked
  const hash = createHash('sha256')
  for (const path of INPUTS.flatMap(filesOf)) {
    // Line ends depend on how the sources were fetched.
    const content = readFileSync(join(root, path)).toString('latin1').replaceAll('\r\n', '\n')
    hash.update(path).update('\0').update(content).update('\0')
  }
  return hash.digest('hex').slice(0, 10)
}

/**
 * @param {string} path inside the repository
 * @returns {string[]}
 */
function filesOf(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`))
}
