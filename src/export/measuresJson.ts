import type { Balance } from '../model/balance'
import type { Finding } from '../model/finding'
import type { Cell, Measured, PeriodCell } from '../model/measure'
import type { Clock } from '../model/period'
import { formatDay } from '../time/day'

/** The public export of the numbers, as defined by measures.schema.json. */
export interface MeasuresJson {
  readonly format: 'caiyong-measures'
  readonly version: 1
  readonly clock: Clock
  readonly generatedOn: string
  readonly balance: readonly Balance[]
  readonly findings: readonly PublicFinding[]
  readonly total: Cell
  readonly units: readonly (Cell & { unit: string; group: string | null })[]
  readonly outlets: readonly {
    outlet: string
    level: string | null
    submitted: number | null
    adopted: number
    rate: number | null
  }[]
  readonly months: readonly (Cell & { period: string; mature?: boolean })[]
  readonly quarters: readonly (Cell & { period: string; mature?: boolean })[]
  readonly halfYears: readonly (Cell & { period: string; mature?: boolean })[]
}

type PublicFinding = Pick<Finding, 'level' | 'code' | 'file'> & {
  sheet: string | null
  row: number | null
  column: string | null
  value: string | null
  names?: readonly string[]
}

/** measures.json of an unfiltered result. Rates are unrounded fractions; null means unknown. */
export function measuresJson(
  measured: Measured,
  balance: readonly Balance[],
  findings: readonly Finding[],
  generatedOn: number,
): MeasuresJson {
  const cell = ({ submitted, adopted, placements, pending, rate, interval }: Cell): Cell => ({
    submitted,
    adopted,
    placements,
    pending,
    rate,
    interval,
  })
  // Without days of adoption maturity is unknown, also of a month that is not over.
  const known = measured.lag !== null
  const series = (cells: readonly PeriodCell[]): MeasuresJson['months'] =>
    cells.map((c) => ({ period: c.period, ...cell(c), ...(known && c.mature !== null && { mature: c.mature }) }))
  return {
    format: 'caiyong-measures',
    version: 1,
    clock: measured.query.clock,
    generatedOn: formatDay(generatedOn),
    balance,
    findings: findings.map(({ level, code, file, sheet, row, column, value, names }) => ({
      level,
      code,
      file,
      sheet: sheet ?? null,
      row: row ?? null,
      column: column ?? null,
      value: value ?? null,
      ...(names && { names }),
    })),
    total: cell(measured.total),
    units: measured.units.map((c) => ({ unit: c.unit, group: c.group, ...cell(c) })),
    outlets: measured.outlets.map(({ outlet, level, submitted, adopted, rate }) => ({
      outlet,
      level,
      submitted,
      adopted,
      rate,
    })),
    months: series(measured.months),
    quarters: series(measured.quarters),
    halfYears: series(measured.halfYears),
  }
}
