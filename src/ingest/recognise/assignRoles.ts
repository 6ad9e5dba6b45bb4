import type { RowsAre } from '../../model/choices'
import type { Role } from '../../model/column'
import { cleanName } from '../clean/cleanText'
import { LIST_MARK } from '../read/listMark'
import type { RawTable } from '../read/rawTable'
import { columnLetters } from './columnLetters'
import type { ColumnDraft, ColumnMeaning } from './columnMeaning'
import type { ColumnProfile } from './columnProfile'
import { type Concept, type HeaderConcept, headerConcept } from './headerConcept'
import { looksLikeOutlet } from './headerWords'
import type { Header } from './recogniseHeader'
import { settleRoles } from './settleRoles'

/** The role of every column: header and values of each, then all columns together. What the rows are follows from the columns where nobody says it. */
export function assignRoles(
  table: RawTable,
  header: Header,
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  rowsAre: RowsAre | null = null,
): ColumnMeaning[] {
  const concepts = withoutLonePart(table.columns.map((_, i) => headerConcept(header.texts[i] ?? '')))
  const has = (...names: Concept[]): boolean =>
    concepts.some((c, i) => c !== null && names.includes(c.concept) && profiles[i]!.filled > 0)
  const itemLike = rowsAre ? rowsAre === 'items' : looksLikeItems(concepts, profiles)
  const targetLike = rowsAre ? rowsAre === 'targets' : !itemLike && looksLikeTargets(concepts)
  const draft = table.columns.map((_, i): ColumnDraft => {
    const text = header.texts[i] ?? ''
    const concept = concepts[i] ?? null
    const profile = profiles[i]!
    const resolved = targetLike
      ? targetRole(concept?.concept ?? null, profile, rowsAre === 'targets')
      : concept
        ? resolve(concept.concept, profile, itemLike)
        : unknownColumn(text, profile, itemLike, has('adoptedCount', 'adopt'))
    const ownOutlet =
      concept?.concept === 'outletCount' ? (concept.outlet ?? text) : cleanName(text.split('/').slice(-1)[0] ?? '')
    const outlet =
      (concept?.concept === 'outletCount' || concept?.concept === 'outlet' || !concept) &&
      (resolved === 'tick' || resolved === 'adoptedCount')
        ? ownOutlet
        : null
    return {
      index: i,
      letters: columnLetters(i),
      header: text,
      role: resolved,
      outlet,
      part: concept?.part ?? null,
      measure: concept?.measure ?? null,
      target: concept?.concept === 'targetOutlet',
      confidence: concept
        ? concept.confidence
        : resolved === 'ignore'
          ? 1
          : outlet !== null && looksLikeOutlet(text)
            ? 0.8
            : 0.6,
      samples: profile.samples,
    }
  })
  return settleRoles(table, draft, profiles, rows, itemLike)
}

/** One quarter or half-year alone names the period of the table («上半年报送数»), not a column of a matrix. */
function withoutLonePart(concepts: readonly (HeaderConcept | null)[]): (HeaderConcept | null)[] {
  const parts = new Set(concepts.flatMap((c) => (c?.part ? [`${c.part.kind}${c.part.index}`] : [])))
  if (parts.size !== 1) return [...concepts]
  return concepts.map((c) =>
    c?.measure
      ? { concept: c.measure === 'submitted' ? 'submittedCount' : 'adoptedCount', confidence: c.confidence }
      : c,
  )
}

/** Whether the rows are single items (titles, dates, yes/no) rather than counts. */
function looksLikeItems(concepts: readonly (HeaderConcept | null)[], profiles: readonly ColumnProfile[]): boolean {
  const has = (...names: Concept[]): boolean =>
    concepts.some((c, i) => c !== null && names.includes(c.concept) && profiles[i]!.filled > 0)
  const countWords = concepts.some(
    (c, i) =>
      c &&
      ['submittedCount', 'adoptedCount', 'rate', 'month'].includes(c.concept) &&
      profiles[i]!.numbers + profiles[i]!.percents + profiles[i]!.pairs > 0.5,
  )
  const titled = concepts.some(
    (c, i) => c?.concept === 'title' && profiles[i]!.numbers < 0.5 && profiles[i]!.filled >= profiles[i]!.rows * 0.5,
  )
  const dated = concepts.some(
    (c, i) =>
      c &&
      ((['date', 'submittedOn', 'adoptedOn'].includes(c.concept) && profiles[i]!.dates > 0.5) ||
        (['submittedOn', 'adoptedOn'].includes(c.concept) && profiles[i]!.dates + profiles[i]!.periods > 0.5)),
  )
  return (
    (titled && !(countWords && !dated && !has('adoptOutlet', 'outlet', 'targetOutlet', 'adoptFlag', 'status'))) ||
    (dated && !countWords) ||
    has('adoptFlag', 'status')
  )
}

/** Columns of targets, and none that counts: then the other numbers are no counts either. */
function looksLikeTargets(concepts: readonly (HeaderConcept | null)[]): boolean {
  const has = (...names: Concept[]): boolean => concepts.some((c) => c !== null && names.includes(c.concept))
  return (
    has('target') &&
    !has(
      'submittedCount',
      'adoptedCount',
      'submit',
      'adopt',
      'outletCount',
      'adoptOutlet',
      'targetOutlet',
      'month',
      'rate',
    )
  )
}

/** Concepts whose columns hold targets where a person says that the rows are targets. */
const MAY_BE_TARGET: ReadonlySet<Concept | null> = new Set<Concept | null>([
  null,
  'target',
  'submittedCount',
  'adoptedCount',
  'submit',
  'adopt',
  'outletCount',
  'month',
  'period',
  'score',
  'title',
])

/** The role of a column of a table of targets; `said`: a person says that it is one, so numbers under other words are targets too. */
function targetRole(concept: Concept | null, p: ColumnProfile, said: boolean): Role {
  if (concept === 'target') return 'target'
  const targets = p.filled > 0 && p.targets >= 0.8
  if (said && targets && MAY_BE_TARGET.has(concept)) return 'target'
  return concept === null || concept === 'score' ? 'ignore' : resolve(concept, p, false)
}

/** The role of a known header, once the values of the column are seen. */
function resolve(concept: Concept, p: ColumnProfile, itemLike: boolean): Role {
  const numeric = p.numbers >= 0.8 && p.filled > 0
  switch (concept) {
    case 'submit':
      if (p.dates > 0.5 || p.periods > 0.5) return 'submittedOn'
      if (numeric && !itemLike) return 'submittedCount'
      return 'ignore'
    case 'submitFlag':
      return 'ignore'
    case 'adopt':
    case 'adoptFlag':
      if (p.dates > 0.5) return 'adoptedOn'
      if (!itemLike && numeric) return 'adoptedCount'
      if (p.filled === 0 || p.decisions >= 0.7) return 'status'
      return concept === 'adoptFlag' ? 'status' : 'outlets'
    case 'status':
      return p.filled > 0 && p.decisions < 0.3 ? 'outlets' : 'status'
    case 'outlet':
    case 'adoptOutlet':
    case 'targetOutlet':
      if (!itemLike && (numeric || (p.filled === 0 && concept === 'outlet'))) return 'adoptedCount'
      // «其他刊物» over ticks is an outlet of that name; «采用载体» over ticks says whether the item was adopted.
      if (p.filled > 0 && p.yesNo >= 0.95) return concept === 'outlet' ? 'tick' : 'status'
      return 'outlets'
    case 'outletCount':
      return itemLike ? (p.yesNo >= 0.8 || numeric || p.filled === 0 ? 'tick' : 'ignore') : 'adoptedCount'
    case 'month':
      return p.pairs > 0 || numeric ? 'pair' : 'ignore'
    case 'submittedCount':
      return itemLike && !numeric && p.dates > 0.5 ? 'submittedOn' : 'submittedCount'
    case 'adoptedCount':
      return itemLike
        ? p.decisions >= 0.7
          ? 'status'
          : p.filled > 0 && !numeric
            ? 'outlets'
            : 'rowTotal'
        : 'adoptedCount'
    case 'date':
      return 'submittedOn'
    case 'period':
      return p.dates > 0.5 ? 'submittedOn' : numeric && p.largest >= 1990 && p.largest < 2200 ? 'year' : 'period'
    case 'title':
      return numeric ? 'ignore' : 'title'
    default:
      return concept
  }
}

/** A header that no dictionary knows: an outlet's column where the values say so, else ignored. */
function unknownColumn(text: string, p: ColumnProfile, itemLike: boolean, hasAdopted: boolean): Role {
  if (text === '') return 'ignore'
  if (p.filled === 0) return looksLikeOutlet(text) ? (itemLike ? 'tick' : 'adoptedCount') : 'ignore'
  if (p.samples.some((sample) => sample.includes(LIST_MARK))) return 'outlets'
  if (/^是否/.test(text)) return 'ignore'
  if (itemLike) {
    if (p.yesNo < 0.95) return 'ignore'
    // A written «no» belongs to a yes/no question, not to a column of ticks.
    return looksLikeOutlet(text) || (p.largest <= 1 && !p.samples.some((sample) => /^[否无未没]/.test(sample)))
      ? 'tick'
      : 'ignore'
  }
  const numeric = p.numbers >= 0.8 && p.largest < 100_000
  return numeric && (looksLikeOutlet(text) || !hasAdopted) ? 'adoptedCount' : 'ignore'
}
