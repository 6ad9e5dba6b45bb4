import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { INPUTS } from './inputs.mjs'
import { SINGLE_FILE } from './singleFile.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const viteBin = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** Where the hosted app is built. */
export const dist = join(root, 'dist')

/** The whole app as one page, for file:// addresses. */
export const singleFile = join(root, 'dist-single', SINGLE_FILE)

/** The page that a build makes last, and what Vite is told. */
const BUILDS = {
  hosted: { page: join(dist, 'index.html'), mode: 'production' },
  single: { page: singleFile, mode: 'single' },
}

/**
 * Whether a build is missing or older than anything it is built from.
 *
 * @param {keyof typeof BUILDS} build
 * @returns {boolean}
 */
export function isStale(build) {
  const built = statSync(BUILDS[build].page, { throwIfNoEntry: false })?.mtimeMs
  return built === undefined || INPUTS.some((input) => newest(join(root, input)) > built)
}

/**
 * Makes a build anew when it is stale.
 *
 * @param {keyof typeof BUILDS} build
 */
export function buildWhenStale(build) {
  if (!isStale(build)) return
  const { page, mode } = BUILDS[build]
  const started = new Date()
  // In a process of its own: inside a test runner NODE_ENV is «test» when Vue's compiler is loaded, and what it then
  // compiles is not what is shipped.
  const { status } = spawnSync(process.execPath, [viteBin, 'build', '--mode', mode, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`vite build ended with ${status}`)
  // A file saved while the build ran may not be in it: a build is only as new as the moment it began.
  utimesSync(page, started, started)
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
