import { expect, test } from 'vitest'
import { FALSE_ALARMS } from '../../src/stats/falseAlarms'
import { quietMonths } from '../helpers/quietMonths'

const SIGNALS = ['outside', 'trend', 'nearLimit', 'run'] as const

test('each set of rules stands there with each kind of limits', () => {
  const pairs = FALSE_ALARMS.map(({ rules, limits }) => `${rules} ${limits}`).sort()
  expect(pairs).toEqual(
    ['nhs', 'wheeler'].flatMap((rules) => ['known', 'pPrime', 'xmr'].map((limits) => `${rules} ${limits}`)),
  )
})

// Another seed than the numbers were made with. Marks of one series come together, so the tolerance is wider than for independent months.
test.each(FALSE_ALARMS)('$rules, limits $limits: the numbers of the method page', ({ rules, limits, ...said }) => {
  const found = quietMonths(rules, limits, 8000, 20240705)
  for (const signal of SIGNALS) {
    const share = said.months[signal]
    if (share === null) expect(found[signal], signal).toBe(0)
    else expect(Math.abs(found[signal] - share), `${signal} ${found[signal]}`).toBeLessThan(0.0004 + 0.1 * share)
  }
  expect(Math.abs(found.any - said.any), `any ${found.any}`).toBeLessThan(0.1 * said.any)
  expect(Math.abs(found.series - said.series), `series ${found.series}`).toBeLessThan(0.015)
})
