import type { RowsAre } from '../../model/choices'
import type { Role } from '../../model/column'
import { cleanName } from '../clean/cleanText'
import { LIST_MARK } from '../read/listMark'
import type { RawTable } from '../read/rawTable'
import { columnLetters } from './columnLetters'
import type { ColumnDraft, ColumnMeaning } from './columnMeaning'
import type { ColumnProfile } from './columnProfile'
import { columnConcepts } from './columnConcepts'
import type { Concept, HeaderConcept } from './concept'
import { headerKey, looksLikeOutlet, mentionsAdoption, mentionsSubmission, wordsOf } from './headerWords'
import type { TitleSpeaksOf } from './titleSpeaksOf'
import type { Header } from './recogniseHeader'
import { settleRoles } from './settleRoles'

/** What is known of a sheet besides its columns. */
export interface SheetHints {
  /** What a person said the rows are; null where nobody did. */
  readonly rowsAre: RowsAre | null
  readonly speaks: TitleSpeaksOf
}

/** The role of every column: header and values of each, then all columns together. What the rows are follows from the columns where nobody says it. */
export function assignRoles(
  table: RawTable,
  header: Header,
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  { rowsAre, speaks }: SheetHints,
): ColumnMeaning[] {
  const texts = table.columns.map((_, i) => header.texts[i] ?? '')
  const concepts = columnConcepts(texts)
  const has = (...names: Concept[]): boolean =>
    concepts.some((c, i) => c !== null && names.includes(c.concept) && profiles[i]!.filled > 0)
  const itemLike = rowsAre ? rowsAre === 'items' : looksLikeItems(concepts, profiles)
  const targetLike = rowsAre ? rowsAre === 'targets' : !itemLike && looksLikeTargets(concepts, speaks)
  // Where «是否采用» says it, «采用情况» beside it can only say by whom.
  const decidedElsewhere = has('adoptFlag')
  const draft = texts.map((text, i): ColumnDraft => {
    const concept = concepts[i] ?? null
    const profile = profiles[i]!
    const role = targetLike
      ? targetRole(concept?.concept ?? null, profile, rowsAre === 'targets')
      : concept
        ? resolve(concept, decidedElsewhere ? { ...profile, namesOutlets: true } : profile, itemLike, text)
        : unknownColumn(text, profile, itemLike, has('adoptedCount', 'adopt'))
    const outlet = outletOf(concept, text, role)
    return {
      index: i,
      letters: columnLetters(i),
      header: text,
      role,
      outlet,
      months: concept?.months ?? null,
      measure: concept?.measure ?? null,
      target: concept?.concept === 'targetOutlet',
      confidence: concept?.confidence ?? unknownConfidence(role, text),
      samples: profile.samples,
    }
  })
  guessTime(draft, concepts, profiles, itemLike)
  return settleRoles(table, draft, profiles, rows, itemLike, speaks)
}

/** Share of the cells that have to be days or months where no header speaks of time. */
const UNMISTAKABLE = 0.95

/** Where no header speaks of time, the first unknown column of nothing but days, or months, says when. */
function guessTime(
  draft: readonly ColumnDraft[],
  concepts: readonly (HeaderConcept | null)[],
  profiles: readonly ColumnProfile[],
  itemLike: boolean,
): void {
  const known = ['submittedOn', 'adoptedOn', 'period', 'year', 'pair']
  if (draft.some(({ role }) => known.includes(role))) return
  const column = draft.find(({ index, role, header }) => {
    const { filled, rows, dates, periods } = profiles[index]!
    const open = role === 'ignore' && concepts[index] === null && header !== ''
    return open && filled >= rows * 0.5 && dates + periods >= UNMISTAKABLE
  })
  if (column)
    Object.assign(column, {
      role: itemLike && profiles[column.index]!.dates > 0.5 ? 'submittedOn' : 'period',
      confidence: 0.5,
    })
}

/** The outlet whose own column it is; null for any other column. */
function outletOf(concept: HeaderConcept | null, text: string, role: Role): string | null {
  if (role !== 'tick' && role !== 'adoptedCount' && role !== 'submittedCount') return null
  const last = cleanName(text.split('/').slice(-1)[0] ?? '')
  switch (concept?.concept) {
    case 'outletCount':
      return concept.outlet ?? text
    case 'outlet':
    case undefined:
      return last
    case 'adoptOutlet':
      // «采用刊物/网站»: one of several outlets below the word for them.
      return text.includes('/') ? last : null
    default:
      return null
  }
}

function unknownConfidence(role: Role, text: string): number {
  return role === 'ignore' ? 1 : looksLikeOutlet(text) ? 0.8 : 0.6
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
  const ticked = concepts.some(
    (c, i) => c === null && profiles[i]!.filled > 0 && profiles[i]!.yesNo >= 0.95 && profiles[i]!.numbers < 0.5,
  )
  const decided = ticked || has('adoptOutlet', 'outlet', 'targetOutlet', 'adoptFlag', 'status')
  return (titled && !(countWords && !dated && !decided)) || (dated && !countWords) || has('adoptFlag', 'status')
}

/** Columns of targets, and none that counts: then the other numbers are no counts either. */
function looksLikeTargets(concepts: readonly (HeaderConcept | null)[], speaks: TitleSpeaksOf): boolean {
  const has = (...names: Concept[]): boolean => concepts.some((c) => c !== null && names.includes(c.concept))
  if (has('month') && speaks === 'targets' && concepts.every((c) => !c?.measure && c?.concept !== 'rate')) return true
  // Bare months beside a target may be what was done in them, unless the title says that all of it is targets.
  if (has('month') && speaks !== 'targets') return false
  return (
    has('target') &&
    !has('submittedCount', 'adoptedCount', 'submit', 'adopt', 'outletCount', 'adoptOutlet', 'targetOutlet', 'rate')
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
  if (targets && (concept === 'month' || (said && MAY_BE_TARGET.has(concept)))) return 'target'
  return concept === null || concept === 'score' ? 'ignore' : resolve({ concept, confidence: 1 }, p, false, '')
}

/** The role of a known header, once the values of the column are seen. */
function resolve({ concept, measure }: HeaderConcept, p: ColumnProfile, itemLike: boolean, header: string): Role {
  const numeric = p.numbers >= 0.8 && p.filled > 0
  // «报送/采用» over «12/3».
  if (!itemLike && p.pairs > 0.5 && mentionsSubmission(header) && mentionsAdoption(header)) return 'pair'
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
      return concept === 'adoptFlag' || !p.namesOutlets ? 'status' : 'outlets'
    case 'status':
      return p.decisions < 0.3 && p.namesOutlets ? 'outlets' : 'status'
    case 'outlet':
    case 'adoptOutlet':
    case 'targetOutlet':
      if (!itemLike && (numeric || (p.filled === 0 && concept === 'outlet'))) return 'adoptedCount'
      // «其他刊物» over ticks is an outlet of that name; «采用载体» over ticks says whether the item was adopted.
      if (p.filled > 0 && p.yesNo >= 0.95)
        return concept === 'outlet' || (concept === 'adoptOutlet' && header.includes('/')) ? 'tick' : 'status'
      return 'outlets'
    case 'outletCount':
      if (!itemLike) return measure === 'submitted' ? 'submittedCount' : 'adoptedCount'
      return measure !== 'submitted' && (p.yesNo >= 0.8 || numeric || p.dates >= 0.8 || p.filled === 0)
        ? 'tick'
        : 'ignore'
    case 'month':
      return p.pairs > 0 || numeric ? 'pair' : 'ignore'
    case 'submittedCount':
      return itemLike && !numeric && p.dates > 0.5 ? 'submittedOn' : 'submittedCount'
    case 'adoptedCount':
      return itemLike
        ? p.decisions >= 0.7 && !(numeric && p.largest > 1)
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
  // A bare word for numbers (条数) names no outlet.
  if (text === '' || wordsOf('count').has(headerKey(text))) return 'ignore'
  if (p.filled === 0) return looksLikeOutlet(text) ? (itemLike ? 'tick' : 'adoptedCount') : 'ignore'
  if (p.samples.some((sample) => sample.includes(LIST_MARK))) return 'outlets'
  if (/^是否/.test(text)) return 'ignore'
  if (itemLike) {
    // A single remark among the ticks must not cost the outlet its column: what is no tick there is asked.
    if (looksLikeOutlet(text) && p.yesNo + p.dates + p.issues >= 0.5) return 'tick'
    if (p.yesNo < 0.95) return 'ignore'
    // A written «no» belongs to a yes/no question, not to a column of ticks.
    return looksLikeOutlet(text) || (p.largest <= 1 && !p.samples.some((sample) => /^[否无未没]/.test(sample)))
      ? 'tick'
      : 'ignore'
  }
  const numeric = p.numbers >= 0.8 && p.largest < 100_000
  return numeric && (looksLikeOutlet(text) || !hasAdopted) ? 'adoptedCount' : 'ignore'
}
