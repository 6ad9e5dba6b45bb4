/** The part of vue-i18n's translation function that is used here. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/** 2024-03, 2024Q1, 2024H1, 2024 in words; `short` leaves the year away. An unknown key is returned as it is. */
export function periodText(key: string, t: Translate, short = false): string {
  const parts = /^(\d{4})(?:-(\d{2})|Q([1-4])|H([12]))?$/.exec(key)
  if (!parts) return key
  const [, year = '', month, quarter, half] = parts
  const form = short ? 'short' : 'full'
  if (month) return t(`common.period.${form}.month`, { year, month: t(`common.month.${Number(month)}`) })
  if (quarter) return t(`common.period.${form}.quarter`, { year, quarter: t(`common.quarter.${quarter}`) })
  if (half) return t(`common.period.${form}.half`, { year, half: t(`common.half.${half}`) })
  return t('common.period.full.year', { year })
}
