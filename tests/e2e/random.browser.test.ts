import { expect, test } from 'vitest'
import type { LedgerCase } from '../generator/ledgerCase'
import { makeCase } from '../generator/makeCase'
import { compareCase, describeCase } from '../property/compareCase'
import type { FilePayload } from './helpers'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

const COUNT = Number(process.env['CAIYONG_CASES'] ?? 20)
/** Other offices on every run; `CAIYONG_SEED` shows those of a failing run again. */
const SEED = Number(process.env['CAIYONG_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

function payloadsOf({ files }: LedgerCase): FilePayload[] {
  return files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }))
}

/** The way of a person: all files dropped at once, at most one click to accept, the numbers exported. */
test.each(Array.from({ length: COUNT }, (_, at) => SEED + at))('random ledger of seed %i', async (seed) => {
  const one = makeCase(seed)
  await withApp(async (app) => {
    await app.dropFiles(payloadsOf(one))
    const end = await app.accept()
    const mismatches = end === 'done' ? compareCase(one, await app.exportMeasures()) : ['nothing could be imported']
    expect(mismatches, describeCase(one)).toEqual([])
  })
})
