import * as v from 'valibot'
import { aliasBook, withAliasBook } from '../ledger/aliases'
import {
  FEWEST_AT_MOST,
  FEWEST_TO_RANK,
  NO_OFFICE,
  type Office,
  OUTLET_LEVELS,
  SUBMITTED_MEANINGS,
} from '../model/office'
import { CALENDAR_YEAR, type Day } from '../model/period'
import { isCalendarYear, spanOfKey } from '../time/calendar'
import { formatDay } from '../time/day'
import type { RememberedMapping, State } from './state'

/** What an office knows, as a file for another PC: names, roster, outlets, successions, accepted headers. No fact of any ledger. */
export type OfficeBook = v.InferOutput<typeof BOOK>

/** YYYY-MM-DD of a day that exists, as whole days since 1970-01-01. */
const day = v.pipe(
  v.string(),
  v.transform((text): Day | null => spanOfKey(`${text}~${text}`)?.from ?? null),
  v.number(),
)
const name = v.pipe(v.string(), v.nonEmpty())
const aliasList = v.array(v.object({ name, aliases: v.array(name) }))

const BOOK = v.object({
  format: v.literal('caiyong-office'),
  version: v.literal(1),
  aliases: v.object({ units: aliasList, outlets: aliasList, people: v.optional(aliasList, []) }),
  apart: v.array(v.array(name)),
  roster: v.array(v.object({ name, group: v.nullable(v.string()), from: v.nullable(day), last: v.nullable(day) })),
  outlets: v.array(v.object({ name, level: v.nullable(v.picklist(OUTLET_LEVELS)), own: v.boolean() })),
  successions: v.array(v.object({ before: name, after: name, on: day })),
  namesAs: v.picklist(['now', 'then']),
  submittedMeans: v.picklist(SUBMITTED_MEANINGS),
  calendar: v.optional(
    v.object({
      firstMonth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
      lastDay: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28))),
    }),
    CALENDAR_YEAR,
  ),
  fewest: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FEWEST_AT_MOST)), FEWEST_TO_RANK),
  notes: v.optional(v.array(v.object({ period: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)), text: name })), []),
  mappings: v.array(
    v.object({
      headers: v.array(v.string()),
      file: v.string(),
      on: day,
      columns: v.optional(
        v.array(
          v.object({
            column: v.number(),
            role: v.string(),
            outlet: v.optional(v.string()),
            target: v.optional(v.boolean()),
          }),
        ),
      ),
      headerRows: v.optional(v.array(v.number())),
      rowsAre: v.optional(v.picklist(['items', 'counts', 'targets'])),
      vocabulary: v.optional(v.array(v.tuple([v.string(), v.picklist(['adopted', 'notAdopted', 'pending'])]))),
    }),
  ),
})

/** Days as people write them: the file is meant to be read. */
type Written = Record<string, unknown>

export function officeBook({ aliases, apart, office, mappings }: State): Written {
  const dayText = (value: Day | null): string | null => (value === null ? null : formatDay(value))
  const { units, outlets, people } = aliasBook(aliases)
  return {
    format: 'caiyong-office',
    version: 1,
    aliases: { units, outlets, people },
    apart: [...apart].map((key) => key.split('\u0000')),
    roster: office.roster.map((unit) => ({ ...unit, from: dayText(unit.from), last: dayText(unit.last) })),
    outlets: office.outlets,
    successions: office.successions.map((entry) => ({ ...entry, on: dayText(entry.on) })),
    namesAs: office.namesAs,
    submittedMeans: office.submittedMeans,
    calendar: office.calendar,
    fewest: office.fewest,
    notes: office.notes,
    mappings: [...mappings.values()].map(({ columns, vocabulary, on, ...rest }) => ({
      ...rest,
      on: dayText(on),
      ...(columns && {
        columns: Object.entries(columns).map(([column, choice]) => ({ column: Number(column), ...choice })),
      }),
      ...(vocabulary && { vocabulary: [...vocabulary] }),
    })),
  }
}

type Known = Pick<State, 'aliases' | 'apart' | 'office' | 'mappings'>

/**
 * What is known with a book added: an office book, or an alias book of earlier versions. Where both speak of a name the present word
 * stays; roster, outlets and successions are taken over where none are given yet, else those of new names are added. null when the text is neither.
 */
export function withOfficeBook(known: Known, text: string): Known | null {
  const aliasesOnly = withAliasBook(known.aliases, text)
  if (aliasesOnly) return { ...known, aliases: aliasesOnly }
  const read = v.safeParse(BOOK, parsed(text))
  if (!read.success) return null
  const book = read.output
  const added = withAliasBook(known.aliases, JSON.stringify({ format: 'caiyong-aliases', version: 1, ...book.aliases }))
  const mappings = new Map(known.mappings)
  for (const mapping of book.mappings) {
    const key = mapping.headers.join('\u0000')
    if (!mappings.has(key)) mappings.set(key, rememberedMapping(mapping))
  }
  return {
    aliases: added ?? known.aliases,
    apart: new Set([...known.apart, ...book.apart.map((names) => names.join('\u0000'))]),
    office: {
      roster: merged(known.office.roster, book.roster, ({ name: own }) => own),
      outlets: merged(known.office.outlets, book.outlets, ({ name: own }) => own),
      successions: merged(known.office.successions, book.successions, ({ before }) => before),
      calendar: isCalendarYear(known.office.calendar) ? book.calendar : known.office.calendar,
      fewest: known.office.fewest === FEWEST_TO_RANK ? book.fewest : known.office.fewest,
      notes: merged(known.office.notes, book.notes, ({ period }) => period),
      ...(isUntold(known.office)
        ? { namesAs: book.namesAs, submittedMeans: book.submittedMeans }
        : { namesAs: known.office.namesAs, submittedMeans: known.office.submittedMeans }),
      // A day of these ledgers: no other PC's book speaks of it.
      recordedTo: known.office.recordedTo,
    },
    mappings,
  }
}

function rememberedMapping({
  columns,
  vocabulary,
  headers,
  file,
  on,
  headerRows,
  rowsAre,
}: OfficeBook['mappings'][number]): RememberedMapping {
  const choices = columns?.map(({ column, role, outlet, target }) => [
    column,
    { role, ...(outlet !== undefined && { outlet }), ...(target !== undefined && { target }) },
  ])
  return {
    headers,
    file,
    on,
    ...(headerRows && { headerRows }),
    ...(rowsAre && { rowsAre }),
    ...(vocabulary && { vocabulary: new Map(vocabulary) }),
    ...(choices && { columns: Object.fromEntries(choices) as NonNullable<RememberedMapping['columns']> }),
  }
}

function isUntold({ namesAs, submittedMeans }: Office): boolean {
  return namesAs === NO_OFFICE.namesAs && submittedMeans === NO_OFFICE.submittedMeans
}

function merged<Entry>(present: readonly Entry[], added: readonly Entry[], key: (entry: Entry) => string): Entry[] {
  const known = new Set(present.map(key))
  return [...present, ...added.filter((entry) => !known.has(key(entry)))]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
