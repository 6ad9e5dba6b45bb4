// The long campaign: many more random ledgers in both time zones, and a ledger of a million rows. A run that passes leaves its
// seed and size in tests/long/report.json; one that fails leaves the last good report alone and prints the seed.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const seed = Number(process.env.CAIYONG_SEED ?? Date.now() % 2 ** 31)
const cases = Number(process.env.CAIYONG_CASES ?? 5000)
const rows = Number(process.env.CAIYONG_LONG_ROWS ?? 1_000_000)
const results = `${root}.cache/long.json`

const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    ...['run', '--project', 'core', '--project', 'losAngeles', 'tests/property', 'tests/long'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CAIYONG_SEED: `${seed}`, CAIYONG_CASES: `${cases}`, CAIYONG_LONG_ROWS: `${rows}` },
  },
)
const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, 'utf8'))
rmSync(results)
if (status === 0) {
  const report = { seed, randomLedgers: cases, zones: ['Asia/Shanghai', 'America/Los_Angeles'], rows, passed, failed }
  writeFileSync(`${root}tests/long/report.json`, `${JSON.stringify(report, null, 2)}\n`)
} else {
  console.error(`${failed} of ${passed + failed} failed; CAIYONG_SEED=${seed} shows them again`)
}
process.exitCode = status ?? 1
