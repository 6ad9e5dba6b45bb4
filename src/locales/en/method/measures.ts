const SOURCE = 'Definitions of this project, as bulletins use them'
export default {
  submitted: {
    title: 'Submitted',
    lines: [
      'Items submitted plus counted submissions; one however many outlets it was sent to. One unknown number makes the total unknown: «—», never 0.',
    ],
    source: SOURCE,
    test: 'Published bulletin: 551 submitted, 85 adopted, 85/551 = 15.4%',
    limit: 'Counts items, not their worth; blank, total and repeated rows do not count.',
  },
  adopted: {
    title: 'Adopted',
    lines: [
      'Items with at least one adoption, each once, plus counted adopted items. Unknown where only placements per outlet are known.',
    ],
    source: SOURCE,
    test: 'Published bulletin: 301 submitted, 159 adopted, 159/301 = 52.8%',
    limit: 'What only own publications printed is no adoption; it is listed apart.',
  },
  placements: {
    title: 'Placements',
    lines: ['Once per item and outlet; twice in one outlet is once.'],
    source: SOURCE,
    test: 'By hand: outlets with 6, 3 and 1 placements have 10, or 60.0%, 30.0% and 10.0%',
    limit: 'Not to be divided by submitted items: one item may have several.',
  },
  pending: {
    title: 'Pending',
    lines: [
      'Items whose status says undecided; of several rows none adopted and one undecided. Without a status column unknown, never 0.',
    ],
    source: 'Definitions of this project',
    test: 'By hand: 40 submitted, 12 adopted, 10 pending: of the 30 decided 12/30 = 40.0%',
    limit: 'A ledger without a status does not say whether anything is pending.',
  },
  rate: {
    title: 'Rate',
    lines: [
      'Adopted ÷ submitted. Totals are Σ ÷ Σ, never a mean of rates. No rate where nothing was submitted or adopted is unknown.',
    ],
    source: SOURCE,
    test: '85/551 = 15.4%, 159/301 = 52.8%, 250/578 = 43.3%, 131/362 = 36.2%, 105/251 = 41.8% (published bulletins)',
    limit: 'Says what share was adopted, not what an item was worth.',
  },
  decidedRate: {
    title: 'Rate of what is decided',
    lines: [
      'Adopted ÷ (submitted − pending). None where pending is unknown or all is pending. Charts draw the rate, not this one.',
    ],
    source: 'Definitions of this project',
    test: 'By hand: 12 ÷ (40 − 10) = 40.0%, where the rate is 12/40 = 30.0%',
    limit: 'What is easily adopted is often decided first: seen early, it is too high.',
  },
  outletRate: {
    title: 'Rate and share of an outlet',
    lines: [
      'Rate = adopted by the outlet ÷ submitted to it, only where the ledger says what was sent to it; else the share of all placements.',
    ],
    source: 'Definitions of this project; interval by Wilson 1927',
    test: '65/100 → 65.0%, 95% interval 55.25%–73.64% (PHEindicatormethods)',
    limit: 'A large share is no ease of adoption: without a denominator nobody knows how much was sent.',
  },
}
