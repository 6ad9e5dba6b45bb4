import { expect, test } from 'vitest'
import { basisStart } from '../../src/components/basisText'
import { cellOf } from '../../src/measures/tally'
import type { Measured, UnitCell } from '../../src/model/measure'
import type { Clock } from '../../src/model/period'

const keys = (key: string): string => key
function measured(clock: Clock, unitAdopted: number): Measured {
  const unit: UnitCell = { ...cellOf(12, unitAdopted, null, null), unitId: 0, unit: '城关镇', group: null }
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
