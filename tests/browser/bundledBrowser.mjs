import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { fontsConf } from './fontsConf.mjs'
import { unpackBrowser } from './unpackBrowser.mjs'

/** Found from the package's main file, dist/index.js. */
const chineseFonts = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '..', 'fonts')

/** An installed browser has services that look for the internet; on a closed network each start would wait for them. */
const INSTALLED_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** In the locale of a bare machine the browser does not find files with Chinese names. */
const UTF8 = { LC_ALL: 'C.UTF-8' }

/**
 * The environment the bundled browser needs: its own libraries and fonts, so that nothing has to be installed.
 *
 * @param {string} [folder] the unpacked browser
 * @returns {Promise<Record<string, string>>}
 */
export async function browserEnv(folder) {
  const unpacked = folder ?? (await unpackBrowser())
  const fontCache = join(unpacked, 'fontcache')
  mkdirSync(fontCache, { recursive: true })
  const conf = join(unpacked, 'fonts.conf')
  // It holds absolute paths, which change when the repository is moved: compared at every start.
  writeWhenDifferent(conf, fontsConf([chineseFonts, join(unpacked, 'fonts')], fontCache))
  const libraries = [join(unpacked, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return { ...definedEnv(), ...UTF8, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: conf }
}

/**
 * Starts the browser of the tests: the bundled one, or the installed one that `CAIYONG_BROWSER` names.
 *
 * The bundled one gets no flags of its own. `--single-process`, which its package recommends, makes contexts share
 * storage and ends the browser with the second context.
 *
 * @param {readonly string[]} [more] flags beside the usual ones
 * @returns {Promise<import('playwright').Browser>}
 */
export async function launchBrowser(more = []) {
  const { args = [], ...options } = await launchOptions()
  return chromium.launch({ ...options, args: [...args, ...more] })
}

/**
 * The same browser with a profile on the disk that outlives it, even when it is killed.
 *
 * @param {string} profile folder
 * @returns {Promise<import('playwright').BrowserContext>}
 */
export async function launchProfile(profile) {
  return chromium.launchPersistentContext(profile, {
    ...(await launchOptions()),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
  })
}

/** @returns {Promise<import('playwright').LaunchOptions>} */
async function launchOptions() {
  const installed = process.env['CAIYONG_BROWSER']
  if (installed) return { executablePath: installed, args: INSTALLED_ARGS, env: { ...definedEnv(), ...UTF8 } }
  const folder = await unpackBrowser()
  return { executablePath: join(folder, 'chromium'), env: await browserEnv(folder) }
}

/**
 * Old kernels that offices still run, by the npm package that brings each; they borrow libraries and fonts of the newest. The software
 * renderer of 86 dies at the first page.
 */
const OLD_KERNELS = {
  86: { name: 'chrome-aws-lambda', args: ['--disable-gpu'] },
  109: { name: 'chromium-109', args: [] },
}

/**
 * Starts an old kernel. In 86 a download never ends under automation: what is saved has to be caught in the page.
 *
 * @param {86 | 109} kernel
 * @returns {Promise<import('playwright').Browser>}
 */
export async function launchKernel(kernel) {
  const { name, args } = OLD_KERNELS[kernel]
  const executablePath = join(await unpackBrowser(name), 'chromium')
  return chromium.launch({ executablePath, args, env: await browserEnv() })
}

/** @returns {Record<string, string>} */
function definedEnv() {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined))
}

/**
 * @param {string} path
 * @param {string} text
 */
function writeWhenDifferent(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, path)
}
