import { expect, test } from 'vitest'
import { basisStart, calendarText } from '../../src/components/basisText'
import { spanText } from '../../src/components/spanText'
import { cellOf } from '../../src/measures/tally'
import type { Measured, UnitCell } from '../../src/model/measure'
import { CALENDAR_YEAR, type Clock } from '../../src/model/period'
import { spanOfKey } from '../../src/time/calendar'

const keys = (key: string): string => key
function measured(clock: Clock, unitAdopted: number): Measured {
  const unit: UnitCell = {
    ...cellOf(12, unitAdopted, null, null),
    unitId: 0,
    unit: '城关镇',
    group: null,
    standing: 'unknown',
    settled: null,
  }
  const query = { clock, span: null, unitIds: null, groups: null }
  return { query, total: cellOf(40, unitAdopted, null, null), units: [unit] } as unknown as Measured
}

test('a rate over 100 % is explained, by the clock that lets it happen', () => {
  expect(basisStart(measured('adopted', 15), keys)).toContain('overview.basis.over.adopted')
  expect(basisStart(measured('submitted', 15), keys)).toContain('overview.basis.over.submitted')
})

test('100 % and less need no word', () => {
  expect(basisStart(measured('adopted', 12), keys)).not.toContain('basis.over')
})

test('the office’s own months and years are told in words', () => {
  const said = (key: string, params: Record<string, string | number> = {}): string =>
    `${key.split('.').slice(-1)[0]!}${Object.values(params).length > 0 ? `(${Object.values(params).join(', ')})` : ''}`
  const to25 = { firstMonth: 1, lastDay: 25 }
  const march = spanOfKey('2024-03', to25)
  expect(spanText(march, said, to25)).toBe('named(month(2024, 3), day(2, 26), day(3, 25))')
  expect(spanText(spanOfKey('2024-01', to25), said, to25)).toBe('named(month(2024, 1), 2023-12-26, 2024-01-25)')
  // A month of a year from December is that of the calendar: no more needs to be said.
  const fromDecember = { firstMonth: 12, lastDay: null }
  expect(spanText(spanOfKey('2024-03'), said, fromDecember)).toBe('month(2024, 3)')
  expect(spanText(spanOfKey('2024', fromDecember), said, fromDecember)).toBe(
    'named(year(2024), 2023-12-01, 2024-11-30)',
  )
  expect(calendarText({ firstMonth: 12, lastDay: 25 }, said)).toBe('year(12) · month(25)')
  expect(calendarText(CALENDAR_YEAR, said)).toBeNull()
})
