import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { compareExpected } from '../helpers/compareExpected'
import { ledgerFolders } from '../helpers/ledgerFolders'
import { measureFiles } from '../helpers/measureFiles'

test.each(ledgerFolders().map((folder) => [folder.name, folder] as const))(
  '%s gives its known answers',
  async (_, folder) => {
    const measures = await measureFiles(
      folder.files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
    )
    const onScreen = folder.expected.errors ? { ...folder.expected, errors: undefined } : folder.expected
    expect(
      compareExpected(JSON.parse(JSON.stringify(onScreen)), {
        measures: JSON.parse(JSON.stringify(measures)),
        screen: null,
      }),
    ).toEqual([])
  },
)
