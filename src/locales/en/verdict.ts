export default {
  difference: { up: '{points} points higher', down: '{points} points lower' },
  list: { separator: ', ', more: '{names} and others ({count} in all)' },
  trend: {
    none: 'No monthly data',
    'no-rate': 'No monthly rate: {reason}',
    'only-immature': '{period}: {rate} ({adopted}/{submitted}); decisions are still open, so no conclusion yet',
    one: '{period}: {rate} ({adopted}/{submitted}); there is no earlier month to compare with',
    'too-few': '{period}: {rate} ({adopted}/{submitted}); fewer than {fewest} items, not compared with {before}',
    'over-one':
      '{period}: {adopted} adopted, {submitted} submitted; items sent earlier are included, so no trend is stated',
    'rate-change-within-noise':
      '{period}: {rate} ({adopted}/{submitted}), {difference} than {before}, within usual variation',
    'rate-same': '{period}: {rate} ({adopted}/{submitted}), the same as {before}',
    'rate-up': '{period}: {rate} ({adopted}/{submitted}), {difference} than {before}, beyond usual variation',
    'rate-down': '{period}: {rate} ({adopted}/{submitted}), {difference} than {before}, beyond usual variation',
  },
  halfYear: {
    none: 'No complete half-year',
    'no-rate': 'No half-year rate: {reason}',
    'only-immature': '{period}: {rate} ({adopted}/{submitted}); decisions are still open, so not compared',
    one: '{period}: {rate} ({adopted}/{submitted}); there is no earlier half-year to compare with',
    'too-few': '{period}: {rate} ({adopted}/{submitted}); fewer than {fewest} items, not compared with {before}',
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
    'all-within': 'All {units} units lie within variation around the overall {overall}',
    above: '{above}: above the overall {overall}; all others within variation',
    below: '{below}: below the overall {overall}; all others within variation',
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
}
