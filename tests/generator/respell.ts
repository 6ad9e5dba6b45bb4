import type { ItemFact } from './facts'
import type { Random } from './random'

/**
 * One place in the ledger where a well known outlet is written without its book marks or with an issue number. It stays a
 * clear minority, because the most frequent spelling is the name.
 */
export function respellOne(random: Random, items: readonly ItemFact[]): (item: ItemFact, outlet: string) => string {
  const plain = (_: ItemFact, outlet: string) => outlet
  const marked = [...new Set(items.flatMap((item) => item.adoptedBy.map((adoption) => adoption.outlet)))]
    .filter((outlet) => outlet.startsWith('《') && outlet.endsWith('》'))
    .map((outlet) => ({ outlet, users: items.filter((item) => item.adoptedBy.some((a) => a.outlet === outlet)) }))
    .filter(({ users }) => users.length >= 4)
  if (marked.length === 0 || !random.chance(0.3)) return plain
  const { outlet: respelt, users } = random.pick(marked)
  const where = random.pick(users)
  const spelling = random.pick([respelt.slice(1, -1), `${respelt}第56期`, `${respelt.slice(1, -1)}第7期`])
  return (item, outlet) => (item === where && outlet === respelt ? spelling : outlet)
}
