/** One number of measures.json under its path, so that two exports can be compared and added whatever their order. */
export type Figures = Map<string, number | null>

const LISTS = { units: 'unit', outlets: 'outlet', months: 'period', quarters: 'period', halfYears: 'period' } as const
const COUNTS = ['submitted', 'adopted', 'placements', 'pending']

type Row = Record<string, unknown>

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : []
}

/**
 * The counts of an export. Rates follow from them, intervals too.
 *
 * @param nameOf what names are compared as
 */
export function figuresOf(measures: unknown, nameOf = (name: string) => name): Figures {
  const found = measures as Row
  const figures: Figures = new Map()
  const put = (path: string, row: Row) => {
    for (const key of COUNTS) if (key in row) figures.set(`${path}.${key}`, row[key] as number | null)
  }
  put('total', found['total'] as Row)
  for (const [list, key] of Object.entries(LISTS)) {
    for (const row of rowsOf(found[list])) put(`${list}[${nameOf(String(row[key]))}]`, row)
  }
  return figures
}

/** A name without book marks and issue number: which spelling is the most frequent may change with the file. */
export function bareName(name: string): string {
  return name.replace(/[《》]|第\d+期/g, '')
}

/** The sum of two exports; unknown in one is unknown in the sum, and a name that one lacks adds nothing. */
export function addFigures(one: Figures, other: Figures): Figures {
  const sum: Figures = new Map(one)
  for (const [path, value] of other) {
    const known = sum.get(path)
    if (known === undefined) sum.set(path, value)
    else sum.set(path, known === null || value === null ? null : known + value)
  }
  return sum
}

/** Where two exports differ. A bucket that only one of them draws must be empty there. */
export function differencesOf(one: Figures, other: Figures): string[] {
  const empty = (value: number | null | undefined) => value === undefined || value === 0 || value === null
  const differences: string[] = []
  for (const path of new Set([...one.keys(), ...other.keys()])) {
    const a = one.get(path)
    const b = other.get(path)
    if (a === b || ((a === undefined || b === undefined) && empty(a) && empty(b))) continue
    differences.push(`${path}: ${String(a)} and ${String(b)}`)
  }
  return differences
}
