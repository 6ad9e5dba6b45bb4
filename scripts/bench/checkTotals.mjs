/**
 * @param {import('./makeLedger.mjs').BenchLedger['expected']} expected from the generator of the ledger
 * @param {any} measures the parsed measures.json
 * @returns {string[]} what does not agree
 */
export function checkTotals(expected, measures) {
  const wrong = []
  const compare = (where, want, got) => {
    for (const [key, value] of Object.entries(want)) {
      if (got?.[key] !== value) wrong.push(`${where}.${key}: expected ${value}, got ${got?.[key]}`)
    }
  }
  compare('total', expected.total, measures.total)
  const lists = [
    ['units', 'unit'],
    ['months', 'period'],
  ]
  for (const [list, key] of lists) {
    const named = new Map(measures[list].map((row) => [row[key], row]))
    for (const [name, want] of Object.entries(expected[list])) compare(`${list}[${name}]`, want, named.get(name))
    const more = [...named.keys()].filter((name) => !Object.hasOwn(expected[list], name))
    if (list === 'units' && more.length > 0) wrong.push(`units has ${more.join(', ')} unexpectedly`)
  }
  const outlets = new Map(measures.outlets.map((row) => [row.outlet, row.adopted]))
  compare('outlets', expected.outlets, Object.fromEntries(outlets))
  return wrong
}
