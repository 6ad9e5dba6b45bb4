export default {
  clocks: {
    title: 'By submission, by adoption',
    lines: [
      'By submission: what became of the items submitted in the period; at most 100% of items (a table that counts more adopted than submitted is kept as it is, and neither ranked nor judged). By adoption: adoptions in the period over submissions in the period; may pass 100%, and has no interval then.',
      'By adoption the items adopted in a period are not a part of those submitted in it: where fewer are sent the rate rises by itself. No binomial, interval or limit holds, so numbers are shown and nobody is judged; counts are still compared, and the control chart takes its limits from the ups and downs of the months. Adoptions without a day lie in no period; nobody is listed as having none then.',
      'Periods hold their first and last day. A number counts only if it lies wholly inside; half-year counts are not spread over months.',
    ],
    source: 'Definitions of this project',
    test: 'The same ledger in two time zones, on leap days and over New Year, has the same numbers, as 250/578 = 43.3%',
    limit: 'The two must not be compared with each other.',
  },
  calendar: {
    title: 'First month of the year, last day of the month',
    lines: [
      'By default the calendar’s. An office may begin its year with another month and end its months on another day. Months, quarters, half-years, years, the year to date, the same period last year and control charts follow, and the line under each chart says so.',
      'Names follow the majority: months that end on the 16th or later bear the name of the month they end in, else of the month they begin in; years that begin in July or later bear the name of the year they end in.',
      'Numbers dated by name only belong whole to the period of that name; dated ones go by their day.',
    ],
    source: 'Definitions of this project',
    test: 'Last day 25: March 2024 = 26 February to 25 March; year from December: 2024 = December 2023 to November 2024',
    limit:
      'Where the year does not begin in January, a table of «months 1–3» counts as the first quarter. Bulletins of another calendar cannot be compared.',
  },
  maturity: {
    title: 'Immature months',
    lines: [
      'A month is immature while the day that the ledger is recorded to − the end of the month < the days that nine in ten adoptions take: drawn (hollow, hatched) and kept out of means, limits, rules and verdicts.',
      'The ledger is taken to be recorded to its last day; where nothing happened in the last days, the room of roster and names takes a later one.',
      'By the clock of adoption nothing is waited for: a period is mature when it is over; the first days of a ledger lack the adoptions of earlier submissions, are not compared with, and make no limits. A period that is not over (the ledger ends more than a week before it does, of less than four weeks more than a quarter) is never compared.',
      'A unit is called high or low only if it is so without the immature months too; one with most of its items in immature months is not ranked.',
      'Quantiles of type 7: h = (n − 1)p, between the ⌊h⌋th and the ⌈h⌉th number in proportion.',
    ],
    source: 'Definitions of this project; quantiles of type 7 (R’s default)',
    test: '10% of 1, 2, 3, 4 → 1.3; 90% → 3.7 (R’s quantile)',
    limit: 'Without days of adoption it is unknown.',
  },
  interval: {
    title: '95% interval of a rate',
    lines: ['Wilson: (2x + z² ∓ z√(z² + 4x(1 − x/n))) ÷ (2(n + z²)), z = 1.960. The fewer the items, the wider.'],
    source: 'Wilson 1927; Newcombe 1998',
    test: '65/100 → 55.25%–73.64%; 1/29 → 0.61%–17.18% (PHEindicatormethods, Newcombe 1998)',
    limit: 'Takes items as independent; several items on one matter make the true uncertainty larger.',
  },
  change: {
    title: 'Difference of two rates',
    lines: [
      'd = p₁ − p₂ in percentage points. Newcombe: from d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), with the Wilson limits l, u of each.',
      'Where the 95% interval holds 0 it is called usual variation, neither rise nor fall; else it is «perhaps» one, and «clear» only where the 99.8% interval misses 0 as well. Where an expected count is below 5, «clear» also needs a one-sided p ≤ 0.001 of Fisher’s exact test.',
    ],
    source: 'Newcombe 1998 (method 10)',
    test: '56/70 and 48/80 → 20.0 points (5.24, 33.39); 9/10 and 3/10 → 60.0 (17.05, 80.90)',
    limit: 'An interval without 0 says that chance is unlikely, not what the cause is.',
  },
  colours: {
    title: 'Colours of the ranking',
    lines: [
      'By the 95% limits of the funnel plot (not adjusted): high is blue ▲, low is orange ▼, all others are grey; so are all in a period that is for the most part immature.',
    ],
    source: 'Spiegelhalter 2005',
    test: '81/263 → 25.53%–36.62%: orange ▼ at p̄ = 40%, grey at p̄ = 30% (Newcombe 1998)',
    limit: 'Were all alike, about one unit in twenty would be coloured. The rate of all holds the unit itself.',
  },
  zeroList: {
    title: 'Nothing submitted, nothing adopted',
    lines: [
      'Nothing submitted: units of the roster that owed reports and sent none; without a roster those with facts elsewhere in the ledger. Nothing adopted: units that submitted; not listed while any of them is unknown.',
      'Units of which only a longer time is counted may have submitted in it: they are not listed. Where (1 − p̄)ⁿ ≥ 0.025, even no adoption is no surprise, and nothing is said; the page of problems names only units that can be judged, and while adoptions still come in a deck names nobody without any.',
    ],
    source: 'Rules of this project',
    test: 'p̄ = 0.4: seven items 0.6⁷ = 0.0280, cannot be said; eight 0.6⁸ = 0.0168, low',
    limit: 'The list states facts, no judgement: few items easily give none.',
  },
  balance: {
    title: 'Rows add up',
    lines: [
      'Rows read = counted + set aside + blank + headings + totals + repeated. Checked for every sheet after every change; where it fails, the app stops and says so.',
    ],
    source: 'Rules of this project',
    test: 'A thousand random ledgers at every test run; published bulletin 105/251 = 41.8%',
    limit: 'Rows set aside wait for a person; «Data» lists them.',
  },
}
