export default {
  title: 'Method',
  intro:
    'How each number and chart is made, where it comes from, which published numbers it was checked against, and what it can and cannot say.',
  source: 'Source',
  test: 'Checked by',
  limit: 'Limits',
  topics: {
    measures: {
      title: 'Submitted, adopted, placements, rate',
      lines: [
        'Submitted: items, one however many outlets it was sent to. Adopted: items with at least one adoption, each once. Placements: once per item and outlet.',
        'Rate = adopted ÷ submitted. Totals are Σ ÷ Σ, never a mean of rates. An outlet has a rate only where the ledger says what was sent to it.',
        'One unknown number makes the total unknown: «—», never 0.',
      ],
      source: 'Definitions of this project, as bulletins use them',
      test: '85/551 = 15.4%, 159/301 = 52.8%, 250/578 = 43.3%, 131/362 = 36.2%, 105/251 = 41.8% (published bulletins)',
      limit: 'A rate says what share was adopted, not what an item was worth.',
    },
    clocks: {
      title: 'By submission, by adoption',
      lines: [
        'By submission: what became of the items submitted in the period; at most 100%. By adoption: adoptions in the period over submissions in the period; may pass 100%.',
        'Periods hold their first and last day. A number counts only if it lies wholly inside; half-year counts are not spread over months.',
      ],
      source: 'Definitions of this project',
      test: 'The same ledger in all time zones, on leap days and over New Year (automatic tests)',
      limit: 'The two must not be compared with each other.',
    },
    calendar: {
      title: 'First month of the year and last day of the month',
      lines: [
        'By default those of the calendar. An office may say otherwise: in which month its years begin (December to November) and on which day its months end (26th to 25th). Months, quarters, half-years, years, year to date, the same period last year and the control chart all follow, and the days are printed below the charts.',
        'Names follow the majority: months that end on the 16th or later are named after the month in which they end, those that end earlier after the one in which they begin; years that begin in July or later after the year in which they end.',
        "A figure that names only a month, quarter or half-year (a table of March 2024) belongs to the office's period of that name as a whole and is not torn by the last day; what has a day is counted by it.",
      ],
      source: 'definition of this project',
      test: 'last day 25: March 2024 = 26 Feb to 25 Mar; years from December: 2024 = December 2023 to November 2024 (automatic tests, in every time zone)',
      limit:
        'Where years do not begin in January a table of January to March is taken for the first quarter. After a change the figures of earlier bulletins cannot be compared as they stand.',
    },
    interval: {
      title: '95% interval of a rate',
      lines: ['Wilson: (2x + z² ∓ z√(z² + 4x(1 − x/n))) ÷ (2(n + z²)), z = 1.96. The fewer the items, the wider.'],
      source: 'Wilson 1927; Newcombe 1998',
      test: '65/100 → 55.25%–73.64%; 1/29 → 0.61%–17.18% (PHEindicatormethods, Newcombe 1998)',
      limit: 'Items are taken as independent; several reports of one event are less certain than that.',
    },
    change: {
      title: 'Difference of two periods',
      lines: [
        "Rates differ in percentage points, with Newcombe's interval. If it holds 0 the change is called common variation.",
      ],
      source: 'Newcombe 1998 (method 10)',
      test: '56/70 and 48/80 → 20.0 points (5.24, 33.39)',
      limit: 'An interval without 0 rules out chance, and says nothing of the cause.',
    },
    ranking: {
      title: 'Ranks and rank ranges',
      lines: [
        "Equal values share a rank (1, 2, 2, 4). Rank range: every pair is tested, with Holm's method over all pairs at 95%; [1 + significantly better, all − significantly worse].",
        'A range holds the ranks that the data cannot rule out. Units with too few items are not ranked. Ranges of placements are approximate.',
      ],
      source: 'Mogstad, Romano, Shaikh, Wilhelm 2024 (R package csranks)',
      test: '120, 90, 85, 40, 12 → [1,3][1,3][1,3][4,4][5,5]; ten units of 31 … 4 → the first may be any of 1–8',
      limit:
        'With a dozen units and some dozens of items most ranks cannot be told apart. That is the limit of the data.',
    },
    funnel: {
      title: 'Funnel plot',
      lines: [
        'Rate against items submitted; the line is the rate p̄ of all. Limits p̄ ± z√(p̄(1−p̄)/n), exact binomial ones for small n.',
        'Outside 95%: high or low; outside 99.8%: very. A unit with (1 − p̄)ⁿ ≥ 0.025 could have none adopted by chance: too few to be judged low.',
        'Limits can be widened by the usual variation between units (φ, τ²).',
      ],
      source: 'Spiegelhalter 2005; Public Health England, PHEindicatormethods',
      test: 'p̄ = 0.806, n = 539 → 77.307%, 83.978%, 75.383%, 85.901%; exact p̄ = 0.3, n = 20 → 8.118%, 48.726%',
      limit: 'One unit in twenty lies outside 95% by chance.',
    },
    control: {
      title: 'Control chart',
      lines: [
        "Rates by Laney's P′: σᵢ = √(p̄(1−p̄)/nᵢ), limits p̄ ± 3σᵢσ_z. Counts by XmR: mean ± 2.66 × mean moving range.",
        "Signals: outside; seven months in one direction; two of three in the outer third; seven on one side of the mean (Wheeler's rules differ).",
        'Months without data break a run; fewer than twelve give limits for trial. A baseline can be set, and limits begun anew.',
      ],
      source: 'Laney 2002; Wheeler; NHS England, "Making Data Count"',
      test: 'NIST 6.3.2.2: mean 50.81, limits 45.82–55.80; NHSRplotthedots: screened −0.72–4.60',
      limit:
        'Without any change about 5% of months are marked by the run rule and 0.3% lie outside. A signal is a reason to look for a cause, not a finding.',
    },
    maturity: {
      title: 'Immature months',
      lines: [
        'While the time since the end of a month is shorter than nine in ten adoptions take, it is drawn hollow or hatched and kept out of means, limits, rules and verdicts.',
      ],
      source: "Definition of this project; quantiles of type 7 (R's default)",
      test: 'Automatic tests: no verdict on months whose decisions are still open',
      limit: 'Unknown without days of adoption.',
    },
    lag: {
      title: 'Time to adoption',
      lines: ['Days from submission to first adoption of items with both days: half, and nine in ten.'],
      source: 'Quantiles of type 7',
      test: "R's quantile(type = 7)",
      limit: 'Items not yet adopted are not in it, so recent times look short.',
    },
    months: {
      title: 'Conservation of rows',
      lines: [
        'Rows read = used + set aside + blank + headings + totals + duplicates, checked for every sheet after every change; the program stops where they do not agree.',
      ],
      source: 'Rule of this project',
      test: 'A thousand random ledgers in every run',
      limit: 'Rows set aside wait for a person, listed under Data.',
    },
  },
}
