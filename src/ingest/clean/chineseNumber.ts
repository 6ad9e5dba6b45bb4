const DIGITS: ReadonlyMap<string, number> = new Map(
  [
    '零〇○OoＯ0０',
    '一壹1１',
    '二贰两2２',
    '三叁3３',
    '四肆4４',
    '五伍5５',
    '六陆6６',
    '七柒7７',
    '八捌8８',
    '九玖9９',
  ].flatMap((chars, value) => [...chars].map((c) => [c, value] as const)),
)

/**
 * A whole number written in Chinese or Arabic digits: «二○二四» → 2024 (digit by digit), «十二» → 12, «二十五» → 25, «31» → 31.
 * null when the text is anything else. Values up to 999.
 */
export function chineseNumber(text: string): number | null {
  if (!text) return null
  if (/[十百]/.test(text)) return positional(text)
  let value = 0
  for (const c of text) {
    const digit = DIGITS.get(c)
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** «[a百][b]十[c]» notation. */
function positional(text: string): number | null {
  const parts = /^(?:(.)百零?)?(?:(.)?十)?(.)?$/u.exec(text)
  if (!parts) return null
  const [, hundreds, tens, ones] = parts
  const part = (c: string | undefined, missing: number): number | null =>
    c === undefined ? missing : (DIGITS.get(c) ?? null)
  const a = part(hundreds, 0)
  const b = text.includes('十') ? part(tens, 1) : 0
  const c = part(ones, 0)
  return a === null || b === null || c === null ? null : a * 100 + b * 10 + c
}
