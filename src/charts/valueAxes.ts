import { labelStyle } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { EvenAxis } from './evenAxis'
import { countText, percentText, signedPointsText } from './numberText'

/** An axis of numbers of items, from zero. */
export function countAxis(axis: EvenAxis, theme: ChartTheme) {
  return valueAxis(axis, theme, countText)
}

/** An axis of rates, from zero; steps below 5 % are told with a decimal. */
export function rateAxis(axis: EvenAxis, theme: ChartTheme) {
  return valueAxis(axis, theme, (value) => percentText(value, axis.interval < 0.05 ? 1 : 0))
}

/** An axis of differences of rates in percentage points, as far below zero as above. */
export function pointsAxis(axis: EvenAxis, theme: ChartTheme) {
  const points = (value: number): string => signedPointsText(value).replace(/\.0$/, '')
  return { ...valueAxis(axis, theme, points), min: -axis.max }
}

/** The same over the rows of a chart, whose numbers stand at its head. */
export function overRows<Axis extends ReturnType<typeof valueAxis>>(axis: Axis) {
  return { ...axis, position: 'top' as const, axisLabel: { ...axis.axisLabel, hideOverlap: true } }
}

function valueAxis(axis: EvenAxis, theme: ChartTheme, formatter: (value: number) => string) {
  return {
    type: 'value' as const,
    min: 0,
    ...axis,
    axisLabel: { ...labelStyle(theme), formatter },
    splitLine: { lineStyle: { color: theme.hairline } },
  }
}
