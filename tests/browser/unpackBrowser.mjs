import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The browser that all tests use unless they say otherwise. */
const NEWEST = '@sparticuz/chromium'

/**
 * What is unpacked beside the binary: of the newest package the libraries, which land in `lib/` and serve the older ones too, and a
 * Latin font in `fonts/`; of each the software renderer.
 */
const archivesOf = (/** @type {string} */ name) =>
  name === NEWEST ? ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'] : ['swiftshader.tar.br']

/**
 * Unpacks the browser of an npm package once per version and returns its folder.
 *
 * Everything is unpacked beside the final folder and renamed in one step: a killed run leaves no half browser behind,
 * and of two processes that unpack at once the later one throws its copy away.
 *
 * @param {string} [name] the package
 * @returns {Promise<string>}
 */
export async function unpackBrowser(name = NEWEST) {
  const packageFolder = packageFolderOf(name)
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const finished = join(root, '.cache', 'browser', version)
  if (existsSync(finished)) return finished

  const growing = `${finished}.${process.pid}.${Date.now()}`
  mkdirSync(growing, { recursive: true })
  try {
    for (const archive of archivesOf(name)) await unpackArchive(join(packageFolder, 'bin', archive), growing)
    await decompress(join(packageFolder, 'bin', 'chromium.br'), join(growing, 'chromium'))
    renameSync(growing, finished)
  } catch (error) {
    if (!existsSync(finished)) throw error
  } finally {
    rmSync(growing, { recursive: true, force: true })
  }
  return finished
}

/**
 * A package's `exports` may hide its `bin` folder, so it is found from its main file.
 *
 * @param {string} name
 */
function packageFolderOf(name) {
  let folder = dirname(fileURLToPath(import.meta.resolve(name)))
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    if (folder === dirname(folder)) throw new Error(`${name} has no browser in it`)
    folder = dirname(folder)
  }
  return folder
}

/**
 * @param {string} from
 * @param {string} to
 */
async function decompress(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }))
}

/**
 * @param {string} from
 * @param {string} folder
 */
async function unpackArchive(from, folder) {
  // Through a file: tar stops reading a pipe at the archive's end mark, before the padding after it has been written.
  const archive = join(folder, basename(from, '.br'))
  await decompress(from, archive)
  // Without --no-same-owner a root user would recreate the packager's user ids.
  await promisify(execFile)('tar', ['-x', '--no-same-owner', '-f', archive, '-C', folder])
  rmSync(archive)
}
