/**
 * A typed period as a key (2024, 2024H1, 2024Q3, 2024-03): «2024上半年», «2024年3月», «2024三季度», «2024» and the keys themselves.
 * null when it is not understood.
 */
export function readPeriodAnswer(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/\s+/g, '').replace(/年度?/g, '年').toUpperCase()
  const m = /^((?:19|20)\d{2})年?(.*)$/.exec(folded)
  if (!m) return null
  const year = m[1]!
  const rest = m[2]!
  if (rest === '' || rest === '全年') return year
  const half = /^(?:上半年|H1)$/.test(rest) ? 1 : /^(?:下半年|H2)$/.test(rest) ? 2 : null
  if (half) return `${year}H${half}`
  const quarter = /^(?:第?([一二三四1-4])季度?|Q([1-4]))$/.exec(rest)
  if (quarter) return `${year}Q${'一二三四'.indexOf(quarter[1] ?? '') + 1 || Number(quarter[1] ?? quarter[2])}`
  const month = /^[-/.]?(\d{1,2})月?份?$/.exec(rest)
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) return `${year}-${month[1]!.padStart(2, '0')}`
  return null
}
