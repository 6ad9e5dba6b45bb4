import { addDays, daysFrom, oneDay, type Day } from './days'
import type { ItemFact } from './facts'
import { spanOf, type Period } from './printPeriod'
import type { Random } from './random'
import { AUTHORS, HOSTILE_TITLES, OUTLETS, TITLE_FORMS, TOPIC_WORDS, UNITS } from './words'

export interface ItemPlan {
  period: Period
  size: number
  /** Items keep a list of outlets they were sent to, adopted or not. */
  targets: boolean
  /** Some items wait for a decision. */
  undecided: boolean
  /** Adoptions must not leave the year of the ledger, because days are printed without one. */
  withinYear: boolean
}

function uniqueTitle(random: Random, unit: string, taken: Set<string>): string {
  const plain = random.chance(0.06)
    ? random.pick(HOSTILE_TITLES)
    : random.pick(TITLE_FORMS)(unit, random.pick(TOPIC_WORDS))
  let title = plain
  for (let copy = 2; taken.has(title); copy++) title = `${plain}（${copy}）`
  taken.add(title)
  return title
}

function adoptedOn(random: Random, submitted: Day, plan: ItemPlan): Day {
  const day = addDays(submitted, random.int(0, 40))
  const end = `${plan.period.year}-12-31`
  return plan.withinYear && day > end ? end : day
}

/** Submissions of a random office: some units write a lot, some are never adopted. */
export function makeItems(random: Random, plan: ItemPlan): ItemFact[] {
  const units = random.sample(UNITS, random.int(2, 12)).map((unit) => ({ unit, skill: random.next() * 0.8 }))
  const outlets = random.sample(OUTLETS, random.int(2, 6))
  const { first, last } = spanOf(plan.period)
  const length = daysFrom(first, last)
  const taken = new Set<string>()
  const items: ItemFact[] = []
  for (let i = 1; i <= plan.size; i++) {
    const { unit, skill } = random.pick(units)
    const day = addDays(first, random.int(0, length))
    const sentTo = plan.targets ? random.sample(outlets, random.int(1, Math.min(3, outlets.length))) : []
    const adopting = random.chance(skill)
      ? random.sample(plan.targets ? sentTo : outlets, random.chance(0.7) ? 1 : random.int(1, 3))
      : []
    const on = adoptedOn(random, day, plan)
    items.push({
      number: String(i),
      title: uniqueTitle(random, unit, taken),
      unit,
      author: random.pick(AUTHORS),
      when: oneDay(day),
      sentTo,
      adoptedBy: adopting.map((outlet) => ({ outlet, on })),
      undecided: plan.undecided && adopting.length === 0 && random.chance(0.3),
    })
  }
  return contrast(items, outlets, plan)
}

/**
 * A ledger of adopted rows only, or of undecided words that never occur, would leave a clerk without an answer: so some
 * rows are adopted, some are not, and an announced «undecided» does occur.
 */
function contrast(items: ItemFact[], outlets: readonly string[], plan: ItemPlan): ItemFact[] {
  const [first, second, third] = items
  if (!first || !second || !third) throw new Error('a ledger needs three items')
  const outlet = first.sentTo[0] ?? outlets[0] ?? ''
  return [
    first.adoptedBy.length > 0 ? first : { ...first, undecided: false, adoptedBy: [{ outlet, on: first.when.first }] },
    { ...second, undecided: false, adoptedBy: [] },
    { ...third, undecided: plan.undecided, adoptedBy: plan.undecided ? [] : third.adoptedBy },
    ...items.slice(3),
  ]
}
