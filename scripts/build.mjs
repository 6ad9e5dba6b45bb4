import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const viteBin = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** Where the built app is. */
export const dist = join(root, 'dist')

/** Everything that can change what is built. */
const INPUTS = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package.json', 'scripts/csp.mjs']

/**
 * Whether dist is missing or older than anything it is built from.
 *
 * @returns {boolean}
 */
export function distIsStale() {
  const built = statSync(join(dist, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
  return built === undefined || INPUTS.some((input) => newest(join(root, input)) > built)
}

/** Builds dist when it is stale. */
export function buildWhenStale() {
  if (!distIsStale()) return
  const started = new Date()
  // In a process of its own: inside a test runner NODE_ENV is «test» when Vue's compiler is loaded, and what it then
  // compiles is not what is shipped.
  const { status } = spawnSync(process.execPath, [viteBin, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`vite build ended with ${status}`)
  // A file saved while the build ran may not be in it: dist is only as new as the moment the build began.
  utimesSync(join(dist, 'index.html'), started, started)
}

/**
 * The newest change in a file or folder, 0 when there is none. Folders count themselves: removing a file changes them.
 *
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs)
}
