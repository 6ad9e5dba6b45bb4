// The long campaign: many more random ledgers in both time zones, a ledger of a million rows, and faults of the
// store: every failing call, tabs that edit at random, the browser killed at random moments. A run that passes leaves its
// seed and size in tests/long/report.json; one that fails leaves the last good report alone and prints the seed.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const seed = Number(process.env.CAIYONG_SEED ?? Date.now() % 2 ** 31)
const cases = Number(process.env.CAIYONG_CASES ?? 5000)
const rows = Number(process.env.CAIYONG_LONG_ROWS ?? 1_000_000)
const kills = Number(process.env.CAIYONG_KILLS ?? 100)
const interleavings = Number(process.env.CAIYONG_INTERLEAVINGS ?? 1000)
const results = `${root}.cache/long.json`
const counts = `${root}.cache/faults.json`

/** Runs a part of the tests with the sizes of the campaign; passed and failed. */
function run(projects, files) {
  const { status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/vitest/vitest.mjs`,
      ...['run', ...projects.flatMap((project) => ['--project', project]), ...files],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        CAIYONG_SEED: `${seed}`,
        CAIYONG_CASES: `${cases}`,
        CAIYONG_LONG_ROWS: `${rows}`,
        CAIYONG_KILLS: `${kills}`,
        CAIYONG_CYCLES: '500',
        CAIYONG_INTERLEAVINGS: `${interleavings}`,
        CAIYONG_FAULT_COUNTS: counts,
      },
    },
  )
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, 'utf8'))
  rmSync(results)
  return { status: status ?? 1, passed, failed }
}

rmSync(counts, { force: true })
const parts = [
  run(['core', 'losAngeles'], ['tests/property', 'tests/long']),
  run(['core'], ['tests/storage']),
  run(
    ['browser'],
    ['kill', 'worker', 'storage', 'upgrade', 'cycles'].map((name) => `tests/e2e/${name}.browser.test.ts`),
  ),
]
const passed = parts.reduce((sum, part) => sum + part.passed, 0)
const failed = parts.reduce((sum, part) => sum + part.failed, 0)
if (parts.every(({ status }) => status === 0)) {
  const report = {
    seed,
    randomLedgers: cases,
    zones: ['Asia/Shanghai', 'America/Los_Angeles'],
    rows,
    faults: JSON.parse(readFileSync(counts, 'utf8')),
    passed,
    failed,
  }
  writeFileSync(`${root}tests/long/report.json`, `${JSON.stringify(report, null, 2)}\n`)
} else {
  console.error(`${failed} of ${passed + failed} failed; CAIYONG_SEED=${seed} shows them again`)
}
process.exitCode = parts.every(({ status }) => status === 0) ? 0 : 1
