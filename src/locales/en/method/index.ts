import measures from './measures'
import panels from './panels'
import rules from './rules'

export default {
  title: 'Method',
  intro:
    'How each number and chart is made, where it comes from, which numbers it was checked against, and what it can and cannot say.',
  source: 'Source',
  test: 'Checked by',
  limit: 'Limits',
  parts: { measures: 'Numbers', rules: 'Rules', panels: 'Charts' },
  alarms: {
    caption:
      'How often the rules of control charts speak where nothing happens (40,000 simulated series of 24 months, simulated anew by every test run)',
    rules: 'Rules',
    limits: 'Limits',
    sets: { nhs: 'NHS', wheeler: 'Wheeler' },
    made: { known: 'known beforehand', xmr: 'from the same months (XmR)', pPrime: 'from the same months (P′)' },
    signal: { outside: 'outside', trend: 'trend', nearLimit: 'near a limit', run: 'one side' },
    any: 'any rule',
    series: 'at least once in 24 months',
    none: 'no such rule',
  },
  topics: { ...measures, ...rules, ...panels },
}
