import type { RankedUnit, Ranking } from '../model/analysis'
import type { Translate } from './periodText'

/**
 * Where a unit stands among those of its ranking, as far as the numbers tell: no place where nobody is judged, none where its ranks reach from the
 * first to the last, a shared one where others have the same rate; else its rank, and the ranks that the data cannot rule out.
 * @param group name of those it is ranked among, as the sentence begins; '' where it stands elsewhere
 */
export function placeText(
  { units, by, held }: Ranking,
  { rank, range }: RankedUnit,
  group: string,
  say: Translate,
): string {
  if (held) return say(`verdict.rank.${held}`, { measure: say(`verdict.measure.${by}`) })
  if (rank === null) return say('units.card.notRanked')
  const ranked = units.filter((other) => other.rank !== null)
  if (range && ranked.length > 1 && range[0] === 1 && range[1] === ranked.length)
    return say('units.card.open', { group, units: ranked.length }).trim()
  const tied = ranked.filter((other) => other.rank === rank).length > 1
  const place = say(tied ? 'units.card.tied' : 'units.card.rank', { group, rank, units: ranked.length }).trim()
  return range && range[0] !== range[1] ? say('units.card.range', { place, best: range[0], worst: range[1] }) : place
}
