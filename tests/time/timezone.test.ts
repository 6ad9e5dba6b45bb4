import { expect, test } from 'vitest'

/** Minutes west of Greenwich on 15 January, when neither zone has summer time. */
const WINTER_OFFSET = new Map([
  ['Asia/Shanghai', -480],
  ['America/Los_Angeles', 480],
])

test('the zone of this project is in force before any Date is made', () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(zone).toBe(process.env['TZ'])
  expect(WINTER_OFFSET.get(zone)).toBe(new Date(2024, 0, 15).getTimezoneOffset())
})
