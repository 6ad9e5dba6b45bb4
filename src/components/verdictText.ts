import { countText, decimalText, percentText, pointsText, ratioText } from '../charts/numberText'
import type { Verdict } from '../report/verdict'
import { periodText, type Translate } from './periodText'

const FRACTIONS = new Set(['rate', 'rateBefore', 'overall', 'share'])
/** Numbers of the measure that the verdict speaks of: rates as percentages, all else as counts. */
const MEASURED = new Set(['value', 'mean', 'limitLow', 'limitHigh'])

/** Names a list holds before it says how many there are; fewer where a sentence has two lists. */
const NAMED = 3
const NAMED_OF_TWO = 2

/** A verdict as a sentence. The earlier period is named without its year when both lie in one year. */
export function verdictText(verdict: Verdict, t: Translate): string {
  const said: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(verdict.params)) said[name] = wordOf(name, value, verdict, t)
  const { measure, adopted, submitted } = verdict.params
  // Behind a rate stand its numerator and denominator; behind a count nothing.
  said['ratio'] =
    measure === 'rate' && typeof adopted === 'number' && typeof submitted === 'number'
      ? t('verdict.ratio', { ratio: ratioText(adopted, submitted) })
      : ''
  if (verdict.topic === 'funnel' && (verdict.code === 'outside' || verdict.code === 'open'))
    said['clauses'] = funnelClauses(verdict.params, t)
  if (verdict.topic === 'unitChanges' && verdict.code === 'moved') said['clauses'] = changeClauses(verdict.params, t)
  const sentence = t(`verdict.${verdict.topic}.${verdict.code}`, said)
  const open = verdict.topic === 'ranking' ? Number(verdict.params['open'] ?? 0) : 0
  return open > 0 ? t('verdict.rankingOpen', { sentence, count: open }) : sentence
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
  if (name === 'measure') return t(`verdict.measure.${String(value)}`)
  if (name === 'earlier') return t(`trends.earlier.${String(value)}`)
  if (name === 'levels')
    return listText(
      (value as readonly string[]).map((level) => t(`office.level.${level}`)),
      NAMED,
      t,
    )
  if (name === 'whom') return t(`verdict.whom.${String(value)}`)
  if (name === 'level') return t(`office.level.${String(value)}`)
  if (MEASURED.has(name))
    // Limits and means of counts lie between whole numbers: rounded they could contradict the number beside them.
    return params['measure'] === 'rate' ? percentText(Number(value)) : decimalText(Number(value))
  if (FRACTIONS.has(name)) return percentText(Number(value))
  if (typeof value === 'object') return listText(value, code === 'above-and-below' ? NAMED_OF_TWO : NAMED, t)
  return typeof value === 'number' ? countText(value) : value
}

/** Who stands out and how far, how many cannot be judged, and that the others are within: only what there is. */
function funnelClauses(params: Verdict['params'], t: Translate): string {
  const clauses = listClauses('funnelClause', ['farAbove', 'above', 'farBelow', 'below'], params, t)
  const [tooFew, open, rest] = [Number(params['tooFew']), Number(params['open']), Number(params['rest'])]
  if (tooFew > 0) clauses.push(t('verdict.funnelClause.tooFew', { count: tooFew }))
  if (open > 0) clauses.push(t('verdict.funnelClause.open', { count: open }))
  if (rest > 0) clauses.push(t('verdict.funnelClause.rest'))
  return clauses.join(t('verdict.funnelClause.separator'))
}

/** Who rose, who fell, and how many others there are: only what there is. */
function changeClauses(params: Verdict['params'], t: Translate): string {
  const clauses = listClauses('changeClause', ['farUp', 'farDown', 'up', 'down'], params, t)
  const rest = Number(params['rest'])
  if (rest > 0) clauses.push(t('verdict.changeClause.rest', { count: rest }))
  return clauses.join(t('verdict.changeClause.separator'))
}

/** One clause for each list of names that holds any. */
function listClauses(clause: string, places: readonly string[], params: Verdict['params'], t: Translate): string[] {
  const lists = places.flatMap((place) => {
    const names = params[place]
    return typeof names === 'object' && names.length > 0 ? [{ place, names }] : []
  })
  const most = lists.length > 1 ? NAMED_OF_TWO : NAMED
  return lists.map(({ place, names }) => t(`verdict.${clause}.${place}`, { names: listText(names, most, t) }))
}

function listText(names: readonly string[], most: number, t: Translate): string {
  const named = names.slice(0, most).join(t('verdict.list.separator'))
  return names.length > most ? t('verdict.list.more', { names: named, count: names.length }) : named
}
