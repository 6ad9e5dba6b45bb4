import { countText, percentText } from '../charts/numberText'
import type { Translate } from './periodText'

/** A change of a number of items and what it is of the number before: «多4件（+3.8%）»; without a percentage of nothing; «持平». */
export function itemsChange(
  difference: number,
  before: number,
  t: Translate,
  unit: 'items' | 'placements' = 'items',
): string {
  if (difference === 0) return t('common.change.same')
  const count = t(`common.change.${unit}`, { count: countText(Math.abs(difference)) })
  const text = t(`common.change.${difference > 0 ? 'more' : 'fewer'}`, { count })
  if (before === 0) return text
  const share = percentText(Math.abs(difference) / before)
  return t('common.change.withShare', { text, share: `${difference > 0 ? '+' : '−'}${share}` })
}
