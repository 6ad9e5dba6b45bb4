import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkTotals } from '../../scripts/bench/checkTotals.mjs'
import { makeLedger } from '../../scripts/bench/makeLedger.mjs'
import { measureFiles } from '../helpers/measureFiles'

/** `npm run test:long` asks for a million; the ordinary run for a fiftieth. */
const ROWS = Number(process.env['CAIYONG_LONG_ROWS'] ?? 20_000)

it(`counts a ledger of ${ROWS} rows to the last row`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caiyong-'))
  try {
    const { path, expected } = await makeLedger({ folder, rows: ROWS })
    const measures = await measureFiles([{ name: '台账.csv', bytes: new Uint8Array(await readFile(path)) }])
    expect(checkTotals(expected, measures)).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
}, 600_000)
