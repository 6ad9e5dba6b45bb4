import type { Random } from './random'

/** «57.10%» rounded or cut at the given digits, in whole numbers so that no floating point gets in between. */
export function printRate(adopted: number, submitted: number, digits: number, cut: boolean): string {
  const scale = 10 ** digits
  const units = cut
    ? Math.floor((adopted * 100 * scale) / submitted)
    : Math.floor((adopted * 200 * scale + submitted) / (2 * submitted))
  return `${(units / scale).toFixed(digits)}%`
}

/** What offices print where there is no rate. */
export function printNoRate(random: Random): string {
  return random.pick(['0', '—', '-', '', '0%'])
}
