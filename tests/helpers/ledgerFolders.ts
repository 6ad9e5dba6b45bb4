import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Expected } from './compareExpected'

const LEDGERS = fileURLToPath(new URL('../fixtures/ledgers', import.meta.url))

/**
 * File types the app cannot read yet. A folder with a readable ledger of such a type is left out of the list; broken
 * files of that type stay in, since refusing them needs no reader. Empty the list when a reader arrives.
 */
const UNSUPPORTED: readonly string[] = []

/** One folder of ledgers and what an import of all of them must give. */
export interface LedgerFolder {
  name: string
  /** Absolute paths, in a fixed order. */
  files: string[]
  expected: Expected
}

/** Every folder whose ledgers the app can read. */
export function ledgerFolders(): LedgerFolder[] {
  return readdirSync(LEDGERS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readLedgerFolder(entry.name))
    .filter(({ files, expected }) => {
      const readable = files.filter((file) => !expected.errors?.some((name) => file.endsWith(`/${name}`)))
      return !readable.some((file) => UNSUPPORTED.includes(extname(file).toLowerCase()))
    })
}

function readLedgerFolder(name: string): LedgerFolder {
  const folder = join(LEDGERS, name)
  const names = readdirSync(folder).filter((file) => file !== 'expected.json' && !file.startsWith('.'))
  return {
    name,
    files: names.sort().map((file) => join(folder, file)),
    expected: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected,
  }
}
