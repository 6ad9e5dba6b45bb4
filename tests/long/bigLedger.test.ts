import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkTotals } from '../../scripts/bench/checkTotals.mjs'
import { makeLedger } from '../../scripts/bench/makeLedger.mjs'
import { measureFiles } from '../helpers/measureFiles'

const ROWS = Number(process.env['CAIYONG_LONG_ROWS'] ?? 0)

it.skipIf(ROWS === 0)(
  'counts a ledger of CAIYONG_LONG_ROWS rows to the last row',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'caiyong-'))
    try {
      const { path, expected } = await makeLedger({ folder, rows: ROWS })
      const measures = await measureFiles([{ name: '台账.csv', bytes: new Uint8Array(await readFile(path)) }])
      expect(checkTotals(expected, measures)).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  },
  600_000,
)
