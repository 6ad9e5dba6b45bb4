import type { Span } from '../model/period'
import type { ChartTheme } from './chartTheme'

/** First and last place of a category axis whose periods lie inside the chosen one; null when none or all do, since then nothing is set apart. */
export function chosenPlaces(spans: readonly (Span | null)[], chosen: Span | null): readonly [string, string] | null {
  if (!chosen) return null
  const inside = spans.flatMap((span, index) =>
    span && span.from >= chosen.from && span.to <= chosen.to ? [index] : [],
  )
  const [first, last] = [inside[0], inside[inside.length - 1]]
  if (first === undefined || last === undefined || last - first + 1 === spans.length) return null
  return [String(first), String(last)]
}

/** A faint area over these places, as a part of a series; {} for none. */
export function chosenArea(places: readonly [string, string] | null, theme: ChartTheme) {
  if (!places) return {}
  return {
    markArea: {
      silent: true,
      itemStyle: { color: theme.chosenWash },
      data: [[{ xAxis: places[0] }, { xAxis: places[1] }]] as [{ xAxis: string }, { xAxis: string }][],
    },
  }
}
