import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Leaves counts for the report of the long campaign, which names the file; nothing without one. */
export function reportCounts(name: string, counts: Readonly<Record<string, number>>): void {
  const file = process.env['CAIYONG_FAULT_COUNTS']
  if (!file) return
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {}
  writeFileSync(file, JSON.stringify({ ...known, [name]: counts }))
}
