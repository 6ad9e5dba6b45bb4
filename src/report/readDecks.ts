import * as v from 'valibot'
import { EARLIER } from '../model/comparison'
import { type Deck, DECK_KINDS, PLAIN_PANELS } from '../model/deck'
import { spanOfKey } from '../time/calendar'
import { FORMER_ROWS } from './deckRows'

const name = v.pipe(v.string(), v.nonEmpty())
const period = v.nullable(
  v.pipe(
    v.string(),
    v.check((key) => spanOfKey(key) !== null),
  ),
)
const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Decks of before do not say it. */
const rows = v.optional(v.pipe(count, v.minValue(1)), FORMER_ROWS)
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const rankBy = v.picklist(['rate', 'adopted', 'placements'])

const filters = v.object({
  clock: v.picklist(['submitted', 'adopted']),
  period,
  units: v.nullable(v.array(name)),
  groups: v.nullable(v.array(name)),
})

const panel = v.variant('id', [
  v.object({ id: v.picklist(PLAIN_PANELS) }),
  v.object({ id: v.literal('ranking'), page: count, rows }),
  v.object({
    id: v.literal('rankRange'),
    page: count,
    rows,
    by: rankBy,
    fewest: count,
    withinGroups: v.boolean(),
    group: v.nullable(v.string()),
  }),
  v.object({ id: v.literal('unitChanges'), page: count, rows, earlier: v.picklist(EARLIER) }),
  v.object({ id: v.literal('funnel'), adjusted: v.boolean() }),
  v.object({ id: v.literal('peers'), unit: name }),
  v.object({
    id: v.literal('control'),
    settings: v.object({
      measure: v.picklist(['rate', 'submitted', 'adopted', 'placements']),
      rules: v.picklist(['nhs', 'wheeler']),
      rebase: v.array(month),
      baseline: v.nullable(count),
    }),
    notes: v.array(v.object({ period: month, text: v.string() })),
  }),
])

const base = { id: name, caption: v.nullable(v.string()), notes: v.string(), hidden: v.boolean() }
const step = v.variant('kind', [
  v.object({ ...base, kind: v.literal('title'), subtitle: v.string() }),
  v.object({ ...base, kind: v.literal('figures'), filters }),
  v.object({ ...base, kind: v.literal('panel'), filters, panel, highlight: v.array(name) }),
  v.object({ ...base, kind: v.literal('zeroList'), filters }),
  v.object({ ...base, kind: v.literal('text'), lines: v.array(v.string()) }),
])

const deck = v.object({
  format: v.literal('caiyong-deck'),
  version: v.literal(1),
  id: name,
  name: v.string(),
  kind: v.picklist(DECK_KINDS),
  period,
  snapshot: v.nullable(v.object({ id: name, name: v.string(), at: v.number(), hash: v.string() })),
  calendar: v.object({
    firstMonth: v.picklist(MONTHS),
    lastDay: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(28))),
  }),
  fewest: v.pipe(count, v.minValue(1)),
  anonymous: v.boolean(),
  steps: v.pipe(
    v.array(step),
    v.check((steps) => new Set(steps.map(({ id }) => id)).size === steps.length),
  ),
})

/** A deck read back from wherever it was kept; null when it is none, or one of a later version. Unknown fields fall away. */
export function readDeck(value: unknown): Deck | null {
  const read = v.safeParse(deck, value)
  return read.success ? read.output : null
}

/** The decks of a list, without what is none. */
export function readDecks(value: unknown): readonly Deck[] {
  return Array.isArray(value) ? value.map(readDeck).filter((own): own is Deck => own !== null) : []
}
