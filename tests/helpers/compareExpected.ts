import { namedWithReason, numberOnScreen } from './screenText'

/** A number or null in `expected.json`; null means unknown and must be null in measures.json too. */
type Figures = Record<string, number | null>

/** The answers of one folder of ledgers; what is not listed is not checked, but for `units`, which is complete. */
export interface Expected {
  note?: string
  total?: Figures
  units?: Record<string, Figures>
  outlets?: Record<string, Figures>
  months?: Record<string, Figures>
  quarters?: Record<string, Figures>
  halfYears?: Record<string, Figures>
  /** How many findings say that a printed rate or total differs. */
  differences?: number
  /** Sets of names that must be suggested as one; others may be suggested too. */
  suggestions?: string[][]
  /** Summed over all sheets. */
  balance?: Figures
  /** Files that must be named on screen with a reason. */
  errors?: string[]
  /** Numbers that must not appear anywhere. */
  never?: Figures
}

/** What an import gave. */
export interface Outcome {
  /** The parsed measures.json; null when nothing could be imported. */
  measures: unknown
  /** All text that was on screen, from choosing the files on; null where there is no screen. */
  screen: string | null
}

type Row = Record<string, unknown>

const TOLERANCE = 1e-6
const KEYED = { units: 'unit', outlets: 'outlet', months: 'period', quarters: 'period', halfYears: 'period' } as const
const KNOWN = ['note', 'total', 'differences', 'suggestions', 'balance', 'errors', 'never', ...Object.keys(KEYED)]
const DIFFERENCES: unknown[] = ['printed-rate-differs', 'printed-total-differs']
const BALANCE_PARTS = ['used', 'setAside', 'blank', 'headings', 'totals', 'duplicates']

/**
 * Compares an import with its known answers by the rules of the ledgers' README.
 *
 * @returns what does not agree, one sentence each; empty when all agrees
 */
export function compareExpected(expected: Expected, { measures, screen }: Outcome): string[] {
  const found: Row = isRow(measures) ? measures : {}
  return [
    ...unknownKeys(expected),
    ...(expected.total ? compareFigures('total', expected.total, found['total']) : []),
    ...Object.entries(KEYED).flatMap(([list, key]) => {
      const figures = expected[list as keyof typeof KEYED]
      return figures ? compareList(list, key, figures, found[list], list === 'units') : []
    }),
    ...compareDifferences(expected, found),
    ...compareSuggestions(expected, found),
    ...compareSetAside(expected, found),
    ...(isRow(measures) ? balanceLaw(found) : []),
    ...compareErrors(expected, measures, screen),
    ...compareNever(expected, measures, screen),
  ]
}

/** A rule this comparison does not know must not pass as if it were checked. */
function unknownKeys(expected: Expected): string[] {
  return Object.keys(expected)
    .filter((key) => !KNOWN.includes(key))
    .map((key) => `expected.json has a key without a rule: ${key}`)
}

function compareFigures(where: string, expected: Figures, actual: unknown): string[] {
  if (!isRow(actual)) return [`${where} is missing`]
  return Object.entries(expected)
    .filter(([key, value]) => !sameFigure(value, actual[key]))
    .map(([key, value]) => `${where}.${key}: expected ${value}, got ${JSON.stringify(actual[key])}`)
}

function sameFigure(expected: number | null, actual: unknown): boolean {
  if (expected === null) return actual === null
  return typeof actual === 'number' && Math.abs(actual - expected) <= TOLERANCE
}

function compareList(
  list: string,
  key: string,
  expected: Record<string, Figures>,
  actual: unknown,
  complete: boolean,
): string[] {
  const named = new Map<unknown, Row>()
  const mismatches: string[] = []
  for (const row of rows(actual)) {
    const name = row[key]
    if (named.has(name)) mismatches.push(`${list} has ${String(name)} twice`)
    if (complete && !Object.hasOwn(expected, String(name))) mismatches.push(`${list} has ${String(name)} unexpectedly`)
    named.set(name, row)
  }
  const compared = Object.entries(expected).flatMap(([name, figures]) =>
    compareFigures(`${list}[${name}]`, figures, named.get(name)),
  )
  return [...mismatches, ...compared]
}

function compareDifferences(expected: Expected, found: Row): string[] {
  if (expected.differences === undefined) return []
  const count = rows(found['findings']).filter((finding) => DIFFERENCES.includes(finding['code'])).length
  return count === expected.differences ? [] : [`differences: expected ${expected.differences}, got ${count}`]
}

function compareSuggestions(expected: Expected, found: Row): string[] {
  const suggested = rows(found['findings'])
    .filter((finding) => finding['code'] === 'alias-suggested')
    .map((finding) => asSet(finding['names']))
  return (expected.suggestions ?? [])
    .filter((names) => !suggested.includes(asSet(names)))
    .map((names) => `no suggestion of ${names.join(' = ')}`)
}

function compareSetAside(expected: Expected, found: Row): string[] {
  return Object.entries(expected.balance ?? {}).flatMap(([part, value]) => {
    const sum = rows(found['balance']).reduce((total, sheet) => total + Number(sheet[part]), 0)
    return sum === value ? [] : [`balance.${part}: expected ${value}, got ${sum}`]
  })
}

/** In every sheet each row read ended in exactly one place. */
function balanceLaw(found: Row): string[] {
  if (!Array.isArray(found['balance'])) return ['balance is missing']
  return rows(found['balance']).flatMap((sheet) => {
    const sum = BALANCE_PARTS.reduce((total, part) => total + Number(sheet[part]), 0)
    const where = `${String(sheet['file'])} ${String(sheet['sheet'] ?? '')}`.trim()
    return sum === sheet['read'] ? [] : [`balance of ${where}: read ${String(sheet['read'])}, accounted for ${sum}`]
  })
}

function compareErrors(expected: Expected, measures: unknown, screen: string | null): string[] {
  return (expected.errors ?? []).flatMap((file) => {
    const mismatches: string[] = []
    if (screen !== null && !namedWithReason(file, expected.errors ?? [], screen)) {
      mismatches.push(`${file} is not named on screen with a reason`)
    }
    const reported = isRow(measures)
      ? rows(measures['findings']).some((finding) => finding['level'] === 'error' && finding['file'] === file)
      : true
    if (!reported) mismatches.push(`measures.json has no error finding for ${file}`)
    return mismatches
  })
}

function compareNever(expected: Expected, measures: unknown, screen: string | null): string[] {
  return Object.values(expected.never ?? {}).flatMap((value) => {
    if (value === null) return []
    const shown = screen === null ? null : numberOnScreen(value, screen)
    return [
      ...pathsOf(value, measures, 'measures').map((path) => `${path} is ${value}, which must never appear`),
      ...(shown === null ? [] : [`the screen shows ${shown}, which must never appear`]),
    ]
  })
}

/** Where a number stands in a JSON value, as a number or written inside a text. */
function pathsOf(number: number, value: unknown, path: string): string[] {
  if (typeof value === 'number') return Math.abs(value - number) <= TOLERANCE ? [path] : []
  if (typeof value === 'string') return numberOnScreen(number, value) === null ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(number, inner, `${path}.${key}`))
}

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same text for the same names in any order. */
function asSet(names: unknown): string {
  return JSON.stringify(Array.isArray(names) ? [...new Set(names.map(String))].sort() : [])
}
