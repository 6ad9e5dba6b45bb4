export default {
  trend: {
    title: 'Months',
    lines: [
      'Submitted, adopted and rate (adopted ÷ submitted) of each month with Wilson 95% intervals. The title compares the two latest mature months by Newcombe’s interval; months that the ledger holds in part, with more adopted than submitted or too few items are not compared.',
    ],
    source: 'Wilson 1927; Newcombe 1998',
    test: '56/70 and 48/80 → 20.0 points (5.24, 33.39)',
    limit: 'Two neighbours only: of many months some always look special, and the control chart decides.',
  },
  halfYear: {
    title: 'Half-years',
    lines: [
      'Submitted, adopted and rate of each half-year, Σ ÷ Σ. The title compares the two latest mature ones by Newcombe’s interval.',
    ],
    source: 'Newcombe 1998',
    test: '9/10 and 3/10 → 60.0 points (17.05, 80.90)',
    limit: 'Counts that span more than a half-year are left out.',
  },
  comparison: {
    title: 'The same period compared',
    lines: [
      'The period against the one before and the same of last year, and the year to date against that of last year: counts by difference and %, rates by points with Newcombe’s interval.',
    ],
    source: 'Newcombe 1998',
    test: '10/10 and 0/20 → 100.0 points (67.91, 100)',
    limit: 'Two stretches only, nothing between; rates of a period that is not mature are not compared.',
  },
  control: {
    title: 'Control chart',
    lines: [
      "Rates by Laney’s P′: σᵢ = √(p̄(1 − p̄)/nᵢ), zᵢ = (pᵢ − p̄)/σᵢ, σ_z = mean{'|'}zᵢ − zᵢ₋₁{'|'} ÷ 1.128, limits p̄ ± 3σᵢσ_z.",
      'Counts by XmR: mean ± 2.66·mR̄ with the mean moving range mR̄. With the NHS rules moving ranges ≥ 3.267·mR̄ are left out once; with Wheeler’s they stay.',
      'NHS: outside the limits; 7 months in one direction (6 differences of one sign); 3 months on one side with 2 in the outer third (those beyond the limit do not count); 7 on one side.',
      'Wheeler: outside the limits; 3 of 4 months nearer the limit than the mean on one side; 8 on one side; no rule of direction.',
      'Months without data break a run; with fewer than 12 months limits are for trial. A baseline may be set, and limits begun anew. Neighbours that never differ give no limits.',
    ],
    source: 'Laney 2002; Wheeler; NHS England, Making Data Count',
    test: 'NIST 6.3.2.2: mean 50.81, limits 45.82–55.80; NHSRplotthedots: screened −0.72–4.60, unscreened −3.06–6.95; P′: p̄ 0.3434704830, σ_z 0.6151816533',
    limit:
      'The table below says how often nothing at all is marked. A signal is a reason to look for a cause, no verdict.',
  },
  ranking: {
    title: 'Ranking by rate',
    lines: [
      'Highest rate first, ties rank 1, 2, 2, 4; units with too few items or more adopted than submitted are not ranked. Whiskers are Wilson 95% intervals.',
    ],
    source: 'Wilson 1927',
    test: '15/148 → 10.1%, interval 6.24%–16.05% (Newcombe 1998)',
    limit: 'A rank alone says nothing of a difference: see the rank ranges.',
  },
  rankRange: {
    title: 'Rank ranges',
    lines: [
      'Counts: each pair of units by P(Bin(xⱼ + xₖ, ½) ≥ xⱼ). Rates: z test of two proportions with pooled variance; where an expected count is below 5, Fisher’s exact test. Holm over all ordered pairs at 5%.',
      'Range = [1 + number significantly better, all − number significantly worse]. A range holds the ranks that the data cannot rule out. Ranges of placements are approximate, points have none.',
      'More than 300 units have no ranges, and nobody is called first.',
    ],
    source: 'Mogstad, Romano, Shaikh, Wilhelm 2024 (R package csranks)',
    test: '120, 90, 85, 40, 12 → [1,3][1,3][1,3][4,4][5,5]; ten from 31 to 4 → the first has 1–8',
    limit:
      'With a dozen units and some dozens of adoptions most ranks cannot be told apart: a limit of the data. The test of counts takes the units’ chances as equal.',
  },
  funnel: {
    title: 'Funnel plot',
    lines: [
      'Items submitted across, rate upwards, the line is p̄, the rate of all (without units that have more adopted than submitted). Limits p̄ ± z√(p̄(1 − p̄)/n), z = 1.960 and 3.090, clipped to 0 and 1.',
      'Where n·p̄ or n·(1 − p̄) is below 10 exact binomial limits with interpolation: r smallest with F(r) > p, a = (F(r) − p)/(F(r) − F(r − 1)), limit = (r − a)/n.',
      'Outside 95% is high or low, outside 99.8% markedly so; small units, with exact limits, must also be rare by themselves: P(X ≥ x) or P(X ≤ x) ≤ 2.5% (0.1%). Where (1 − p̄)ⁿ ≥ 0.025 low cannot be said, where p̄ⁿ ≥ 0.025 high cannot. Periods that are for the most part immature are not judged.',
      'Adjusted: z = (asin√(x/n) − asin√p̄)·2√n, winsorised at 10% and 90%, φ = Σz²/N, τ² = max(0, (Nφ − (N − 1)) ÷ (Σw − Σw²/Σw)), w = 4n; limits sin²(asin√p̄ ± z√(1/(4n) + τ²)). Not adjusted where τ² = 0.',
    ],
    source: 'Spiegelhalter 2005; Public Health England’s PHEindicatormethods; φ and τ² as in NHS Digital’s SHMI',
    test: 'p̄ = 0.806, n = 539 → 77.307%, 83.978%, 75.383%, 85.901%; exact, p̄ = 0.3, n = 20 → 8.118%, 48.726%; φ 2.8757470147, τ² 0.0079061281',
    limit:
      'One unit in twenty lies outside 95% by chance. The interpolated upper limit is below 1: a unit with one or two items, all adopted, is drawn outside, but not judged. Adjusted limits of small units may be a little narrower than exact ones.',
  },
  peers: {
    title: 'A unit beside others',
    lines: [
      'Rates of the unit, of the others of its group and of all others together (Σ ÷ Σ), never the unit itself twice. The title compares it with the first of these by Newcombe’s interval.',
    ],
    source: 'Newcombe 1998; Wilson 1927',
    test: 'By hand: others of the group 5 of 20 and 7 of 7 → 12/27 = 44.4%; 56/70 and 48/80 → 20.0 points (5.24, 33.39)',
    limit: 'Large units rule the sum; units report on different matters, and not every difference is one of work.',
  },
  unitChanges: {
    title: 'Change of each unit',
    lines: [
      'The rate of each unit less its rate of an earlier period (the one before, or the same of last year), in percentage points with Newcombe’s 95% interval. Where the 99.8% interval misses 0 the unit clearly rose or fell, where only the 95% one does it may have; in the others no change is to be seen.',
      'Both periods need the fewest items; nobody is judged while the period is immature or not over, or where the ledger holds a part of the earlier one.',
    ],
    source: 'Newcombe 1998',
    test: '56/70 and 48/80 → +20.0 points (5.24, 33.39); 9/10 and 3/10 → +60.0 (17.05, 80.90)',
    limit:
      'Without a true change about 1 unit in 20 looks as if it may have changed, and about 1 in 500 as if it clearly had; what was unusually high or low last time mostly returns towards the middle.',
  },
  outlets: {
    title: 'Outlets',
    lines: [
      'Placements of each outlet and its share = its own ÷ all placements; where the ledger says what was sent to it also the rate = adopted ÷ sent to it.',
    ],
    source: 'Definitions of this project',
    test: 'By hand: 6, 3, 1 → 60.0%, 30.0%, 10.0%',
    limit: 'Without a denominator there is a share only: it does not say which outlet adopts easily.',
  },
  levels: {
    title: 'Levels of adoption',
    lines: [
      'Placements and shares of central, provincial, city and county outlets, each level = the sum of its outlets. Those without a level stand apart.',
    ],
    source: 'Definitions of this project; levels as the office sets them',
    test: 'By hand: provincial 6, city 3 + 1 → 60.0%, 40.0%',
    limit: 'Levels are set, no fact of the ledger; placements are no items.',
  },
  heat: {
    title: 'Units and outlets (heat map)',
    lines: [
      'Each cell = placements of the unit in the outlet, coloured from 0 to the largest cell. Rows and columns by their total; 20 rows and 12 columns are drawn, the table has all.',
    ],
    source: 'Definitions of this project',
    test: 'By hand: A 4 + 2 = 6, B 3 + 1 = 4, together 10',
    limit: 'Dark says many: who submits much is dark.',
  },
  flow: {
    title: 'From units to outlets (flow)',
    lines: [
      'Width of a stream = placements; both sides have the same sum. The 9 largest of each side are drawn, the rest as one.',
    ],
    source: 'Definitions of this project',
    test: 'By hand: A 4 + 2 = 6, B 3 + 1 = 4; outlets 7 and 3: both sides 10',
    limit: 'Holds no submission that was not adopted; placements without a unit or outlet are not drawn.',
  },
  lag: {
    title: 'Days to adoption',
    lines: [
      'Days from submission to first adoption where both are dated: those that half (50%) and nine in ten (90%) took, quantiles at h = (n − 1)p.',
    ],
    source: 'Quantiles of type 7 (R’s default)',
    test: '10% of 1, 2, 3, 4 → 1.3; 90% → 3.7 (R’s quantile)',
    limit: 'What is not adopted yet is missing, so recent times look too short.',
  },
}
