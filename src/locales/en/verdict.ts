export default {
  difference: { up: '{points} points higher', down: '{points} points lower' },
  list: { separator: ', ', more: '{names} and others ({count} in all)' },
  trend: {
    none: 'No monthly data',
    'no-rate': 'No monthly rate: {reason}',
    'only-immature': '{period}: {rate} ({adopted}/{submitted}); decisions are still open, so no conclusion yet',
    one: '{period}: {rate} ({adopted}/{submitted}); there is no earlier month to compare with',
    'too-few': '{period}: {rate} ({adopted}/{submitted}); fewer than {fewest} items, not compared with {before}',
    partial:
      '{period}: {rate} ({adopted}/{submitted}); the log begins in the midst of {before}, so they are not compared',
    'over-one':
      '{period}: {adopted} adopted, {submitted} submitted; items sent earlier are included, so no trend is stated',
    'rate-change-within-noise':
      '{period}: {rate} ({adopted}/{submitted}), {difference} than {before}, within usual variation',
    'rate-same': '{period}: {rate} ({adopted}/{submitted}), the same as {before}',
    'rate-up': '{period}: {rate} ({adopted}/{submitted}), {difference} than {before}, more than chance would bring',
    'rate-down': '{period}: {rate} ({adopted}/{submitted}), {difference} than {before}, more than chance would bring',
  },
  halfYear: {
    none: 'No complete half-year',
    'no-rate': 'No half-year rate: {reason}',
    'only-immature': '{period}: {rate} ({adopted}/{submitted}); decisions are still open, so not compared',
    one: '{period}: {rate} ({adopted}/{submitted}); there is no earlier half-year to compare with',
    'too-few': '{period}: {rate} ({adopted}/{submitted}); fewer than {fewest} items, not compared with {before}',
    partial:
      '{period}: {rate} ({adopted}/{submitted}); the log begins in the midst of {before}, so they are not compared',
    'over-one':
      '{period}: {adopted} adopted, {submitted} submitted; items sent earlier are included, so no trend is stated',
    'rate-change-within-noise':
      '{period}: {rate}, {difference} than {before} (95% interval {low} to {high}), within usual variation',
    'rate-same': '{period}: {rate} ({adopted}/{submitted}), the same as {before}',
    'rate-up': '{period}: {rate}, {difference} than {before} (95% interval {low} to {high}), a real rise',
    'rate-down': '{period}: {rate}, {difference} than {before} (95% interval {low} to {high}), a real fall',
  },
  ranking: {
    none: 'No units to compare',
    'no-rate': 'No overall rate to compare units with: {reason}',
    'too-few': 'Fewer than two units submitted {fewest} items, so none is ranked',
    immature: 'Decisions are still open: units are not compared with the overall rate yet',
    'all-within': 'All {units} units lie within variation around the overall {overall}',
    above: '{above}: above the overall {overall}; no other leaves the usual variation',
    below: '{below}: below the overall {overall}; no other leaves the usual variation',
    'above-and-below': '{above}: above the overall {overall}; {below}: below it',
  },
  outlets: {
    none: 'No outlet has adopted anything yet',
    one: 'All {adopted} placements are in {outlet}',
    'leading-rate': '{outlet} adopted most: {adopted}, a rate of {rate} ({adopted}/{submitted})',
    leading: '{outlet} adopted most: {adopted}, {share} of all placements',
    tie: '{names} adopted most, {adopted} each, {share} each',
  },
  heat: {
    none: 'No records of units by outlet',
    one: 'Only {unit} was adopted by {outlet}: {placements}',
    leading: '{unit} in {outlet} is the largest pair: {placements}',
    tie: '{unit} in {outlet} and others ({pairs} pairs) lead with {placements} each',
  },
  ratio: ' ({ratio})',
  measure: { rate: 'rate', submitted: 'submitted', adopted: 'adopted', placements: 'placements' },
  funnel: {
    none: 'No unit to compare',
    'too-few': 'One unit alone cannot be compared',
    'all-within': 'The rates of {units} units are within common variation: none can be called better or worse',
    immature: 'Decisions are still open: no unit is called high or low yet',
    'within-or-too-few': 'No unit leaves common variation; {tooFew} have too few items to be judged',
    outside: '{clauses}',
  },
  /** What the sentence about a funnel is made of. */
  funnelClause: {
    separator: ', ',
    farAbove: '{names} very high',
    above: '{names} high',
    farBelow: '{names} very low',
    below: '{names} low',
    tooFew: '{count} with too few items to be judged',
    rest: 'all others within common variation',
  },
  rank: {
    none: 'No unit can be ranked',
    one: 'Only {unit} can be ranked',
    immature: 'In order of {measure}; decisions are still open, so no one is called first yet',
    undecided: 'By {measure}, any of {count} units could be first',
    'all-undecided': 'By {measure}, the {units} units cannot be told apart',
    decided: 'By {measure}, {unit} is first',
  },
  control: {
    none: 'No months of this measure: {measure}',
    'too-few': '{period}: {measure} {value}{ratio}; too few months for natural limits',
    'few-items': '{period}: {measure} {value}{ratio}; fewer than {fewest} items, not judged',
    'within-high': '{period}: {measure} {value}{ratio}, within common variation; this shows no rise',
    'within-low': '{period}: {measure} {value}{ratio}, within common variation; this shows no fall',
    'outside-high': '{period}: {measure} {value}{ratio}, above the natural limit of {limitHigh}: look for the cause',
    'outside-low': '{period}: {measure} {value}{ratio}, below the natural limit of {limitLow}: look for the cause',
    'trend-up': '{period}: {measure} {value}{ratio}, {count} months rising in a row: look for the cause',
    'trend-down': '{period}: {measure} {value}{ratio}, {count} months falling in a row: look for the cause',
    'nearLimit-high':
      '{period}: {measure} {value}{ratio}, {count} of {of} months near the upper limit: look for the cause',
    'nearLimit-low':
      '{period}: {measure} {value}{ratio}, {count} of {of} months near the lower limit: look for the cause',
    'run-high':
      '{period}: {measure} {value}{ratio}, {count} months or more above the mean of {mean}: the level may have risen',
    'run-low':
      '{period}: {measure} {value}{ratio}, {count} months or more below the mean of {mean}: the level may have fallen',
  },
  lag: {
    none: 'No item has both a day of submission and a day of adoption',
    said: 'Of {count} adopted items half were adopted within {median} days of submission, nine in ten within {days}',
  },
  comparison: {
    none: 'Nothing to compare',
    'too-few': '{rate}; fewer than {fewest} items, not compared',
    'over-one': 'More adopted than submitted, not compared',
    within: '{difference} (95% interval {low} to {high}), within common variation',
    same: 'unchanged',
    up: '{difference} (95% interval {low} to {high}), a rise',
    down: '{difference} (95% interval {low} to {high}), a fall',
  },
  peers: {
    none: 'No other unit to compare with',
    immature: 'Decisions are still open: not compared with other units yet',
    'too-few': 'Rate {rate}; fewer than {fewest} items, not compared with other units',
    'over-one': 'More adopted than submitted, not compared with other units',
    within: 'Rate {difference} than the other units (95% interval {low} to {high}), within common variation',
    same: 'Rate equal to that of the other units',
    up: 'Rate {difference} than the other units (95% interval {low} to {high}): high',
    down: 'Rate {difference} than the other units (95% interval {low} to {high}): low',
  },
  level: {
    none: 'Nothing adopted yet',
    unknown: 'No level is set for any outlet',
    leading: '{level} adopted most: {count} placements, {share}',
  },
}
