import * as v from 'valibot'
import { ROLES } from '../model/column'
import { FEWEST_AT_MOST, OUTLET_LEVELS, SUBMITTED_MEANINGS } from '../model/office'
import { STEP_KINDS } from '../model/workspace'

/*
 * The shapes of everything that is kept, checked whenever it is read back: a project file comes from another PC. Objects are strict: what this version
 * does not know belongs to a newer one, and dropping it would lose work.
 */
const whole = v.pipe(v.number(), v.integer())
const count = v.pipe(whole, v.minValue(0))
const day = whole
const texts = v.array(v.string())
const span = v.strictObject({ from: day, to: day })

export const findingShape = v.looseObject({
  level: v.picklist(['info', 'warning', 'error']),
  code: v.string(),
  file: v.string(),
})

const columnChoice = v.strictObject({
  role: v.picklist(ROLES),
  outlet: v.optional(v.string()),
  target: v.optional(v.boolean()),
})
const mapping = {
  columns: v.optional(v.record(v.pipe(v.string(), v.regex(/^\d+$/)), columnChoice)),
  headerRows: v.optional(v.array(count)),
  rowsAre: v.optional(v.picklist(['items', 'counts', 'targets'])),
  vocabulary: v.optional(v.map(v.string(), v.picklist(['adopted', 'notAdopted', 'pending']))),
}
const choices = v.strictObject({
  ...mapping,
  year: v.optional(whole),
  period: v.optional(v.string()),
  skip: v.optional(v.boolean()),
  edits: v.optional(v.array(v.strictObject({ row: count, column: count, text: v.string() }))),
  remembered: v.optional(v.boolean()),
})

/** An import without what was read: `file` is its index among the files of the document. */
export const importShape = v.strictObject({
  id: count,
  file: count,
  // A table nobody decided anything about has no entry: a hole in the list becomes null.
  choices: v.array(v.nullable(choices)),
  importedOn: day,
  refused: v.array(findingShape),
  replaced: v.array(span),
  preferred: v.boolean(),
  byHand: v.boolean(),
})

const aliases = v.map(v.string(), v.string())
export const aliasesShape = v.strictObject({ units: aliases, outlets: aliases, people: aliases })

export const officeShape = v.strictObject({
  roster: v.array(
    v.strictObject({ name: v.string(), group: v.nullable(v.string()), from: v.nullable(day), last: v.nullable(day) }),
  ),
  outlets: v.array(
    v.strictObject({ name: v.string(), level: v.nullable(v.picklist(OUTLET_LEVELS)), own: v.boolean() }),
  ),
  successions: v.array(v.strictObject({ before: v.string(), after: v.string(), on: day })),
  namesAs: v.picklist(['now', 'then']),
  submittedMeans: v.picklist(SUBMITTED_MEANINGS),
  notes: v.array(v.strictObject({ period: v.string(), text: v.string() })),
  calendar: v.strictObject({
    firstMonth: v.pipe(whole, v.minValue(1), v.maxValue(12)),
    lastDay: v.nullable(v.pipe(whole, v.minValue(1), v.maxValue(28))),
  }),
  recordedTo: v.nullable(day),
  fewest: v.pipe(whole, v.minValue(1), v.maxValue(FEWEST_AT_MOST)),
})

export const mappingsShape = v.map(
  v.string(),
  v.strictObject({ ...mapping, headers: texts, file: v.string(), on: day }),
)
export const apartShape = v.set(v.string())
export const stepShape = v.strictObject({ kind: v.picklist(STEP_KINDS), files: texts })

/** Parts of a state by their place among the parts of the document: states share most of them. */
export const stateShape = v.strictObject({
  imports: v.array(count),
  aliases: count,
  office: count,
  mappings: count,
  apart: count,
  decks: v.array(count),
  action: stepShape,
})

const totals = v.strictObject({
  submitted: v.nullable(v.number()),
  adopted: v.nullable(v.number()),
  placements: v.nullable(v.number()),
})
export const journalShape = v.array(
  v.strictObject({
    at: v.number(),
    way: v.picklist(['done', 'undone', 'redone']),
    action: stepShape,
    edits: v.array(
      v.strictObject({
        file: v.string(),
        sheet: v.nullable(v.string()),
        row: count,
        column: v.string(),
        before: v.string(),
        after: v.string(),
      }),
    ),
    cells: count,
    before: totals,
    after: totals,
  }),
)

/** The document of a project as it is written; `files` are the keys of what was read. */
export const documentShape = v.strictObject({
  format: v.literal('caiyong-document'),
  version: v.pipe(whole, v.minValue(1)),
  files: v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))),
  imports: v.array(importShape),
  aliases: v.array(aliasesShape),
  offices: v.array(officeShape),
  mappings: v.array(mappingsShape),
  aparts: v.array(apartShape),
  decks: v.array(v.unknown()),
  states: v.pipe(v.array(stateShape), v.minLength(1)),
  at: count,
  nextId: count,
  repeated: v.array(findingShape),
  snapshots: v.array(
    v.strictObject({ id: v.string(), name: v.string(), at: v.number(), hash: v.string(), state: stateShape }),
  ),
  journal: journalShape,
})
export type StoredDocument = v.InferOutput<typeof documentShape>
