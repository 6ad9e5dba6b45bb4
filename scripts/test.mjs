import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const report = join(root, '.cache', `vitest-${process.pid}.json`)

mkdirSync(dirname(report), { recursive: true })
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [vitest, ...args], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
})

const { passed, failed, skipped } = count(report)
rmSync(report, { force: true })

// An error outside any test (an unhandled rejection, a setup that broke) fails the run without failing a test.
const silent = status !== 0 && failed === 0
if (silent) console.log('The run failed outside its tests; that counts as one failure.')
if (passed + failed === 0) console.log('No test ran.')
console.log(`${passed} passed, ${failed + (silent ? 1 : 0)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1

/**
 * Counts vitest's own results; a file that broke before its first test counts as one failure.
 *
 * @param {string} path
 */
function count(path) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of results(path)) {
    if (file.status === 'failed' && file.assertionResults.length === 0) counts.failed++
    for (const { status: outcome } of file.assertionResults) {
      if (outcome === 'passed' || outcome === 'failed') counts[outcome]++
      else counts.skipped++
    }
  }
  return counts
}

/**
 * @param {string} path
 * @returns {{ status: string, assertionResults: { status: string }[] }[]}
 */
function results(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults
  } catch {
    // Vitest ended before it could write a report; its exit code says so.
    return []
  }
}
