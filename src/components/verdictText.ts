import { countText, percentText, pointsText } from '../charts/numberText'
import type { Verdict } from '../report/verdict'
import { periodText, type Translate } from './periodText'

const FRACTIONS = new Set(['rate', 'rateBefore', 'overall', 'share'])

/** Names a list holds before it says how many there are; fewer where a sentence has two lists. */
const NAMED = 3
const NAMED_OF_TWO = 2

/** A verdict as a sentence. The earlier period is named without its year when both lie in one year. */
export function verdictText(verdict: Verdict, t: Translate): string {
  const said: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(verdict.params)) said[name] = wordOf(name, value, verdict, t)
  return t(`verdict.${verdict.topic}.${verdict.code}`, said)
}

function wordOf(
  name: string,
  value: string | number | readonly string[],
  { code, params }: Verdict,
  t: Translate,
): string {
  if (name === 'period') return periodText(String(value), t)
  if (name === 'before')
    return periodText(String(value), t, String(params.period).slice(0, 4) === String(value).slice(0, 4))
  if (name === 'reason') return t(`common.reason.${String(value)}`)
  if (name === 'difference')
    return t(`verdict.difference.${Number(value) < 0 ? 'down' : 'up'}`, { points: pointsText(Number(value)) })
  if (name === 'low' || name === 'high') return `${Number(value) < 0 ? '−' : '+'}${pointsText(Number(value))}`
  if (FRACTIONS.has(name)) return percentText(Number(value))
  if (typeof value === 'object') return listText(value, code === 'above-and-below' ? NAMED_OF_TWO : NAMED, t)
  return typeof value === 'number' ? countText(value) : value
}

function listText(names: readonly string[], most: number, t: Translate): string {
  const named = names.slice(0, most).join(t('verdict.list.separator'))
  return names.length > most ? t('verdict.list.more', { names: named, count: names.length }) : named
}
