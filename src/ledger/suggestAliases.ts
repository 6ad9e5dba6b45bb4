import type { AliasSuggestion } from './aliasPairs'
import { suggestOutlets } from './suggestOutlets'
import { type PersonName, suggestPeople } from './suggestPeople'
import { suggestUnits } from './suggestUnits'

/**
 * Pairs of names that may be one, each with a reason; suggestions only, never merged here. Names are given once each.
 *
 * - `units`: government suffixes (城关镇, 城关镇人民政府), administrative prefixes (县公安局, 公安局), short names (发改局,
 *   发展和改革委员会), the bureau above left out (公安局交警大队, 交警大队), slips of sound and look (石桥镇, 石侨镇).
 * - `outlets`: who prints it (市日报, 市日报社), names of sites, apps and accounts, slips of sound; never across levels.
 * - `people`: within one unit, by spelling and sound.
 */
export function suggestAliases(names: readonly string[], kind?: 'units' | 'outlets'): AliasSuggestion[]
export function suggestAliases(people: readonly PersonName[], kind: 'people'): AliasSuggestion[]
export function suggestAliases(
  names: readonly string[] | readonly PersonName[],
  kind: 'units' | 'outlets' | 'people' = 'units',
): AliasSuggestion[] {
  if (kind === 'people') return suggestPeople(names as readonly PersonName[])
  return kind === 'units' ? suggestUnits(names as readonly string[]) : suggestOutlets(names as readonly string[])
}
