import type { LineSeriesOption } from 'echarts'
import type { ControlPhase, ControlPoint } from '../model/analysis'
import type { ChartTheme } from './chartTheme'

/** Dashes of limits, and dots of those for trial. */
export const DASHES = [5, 4] as const
export const TRIAL = [1.5, 4] as const

/** A month whose mean and limits are drawn, with the phase it belongs to. */
export type Limited = ControlPoint & { readonly index: number; readonly phase: number }

/** Index of the month with which each phase begins. */
export function phaseStarts(points: readonly ControlPoint[], phases: readonly ControlPhase[]): number[] {
  return phases.map(({ from }) => points.findIndex(({ period }) => period === from))
}

/** The months that limits judge. */
export function limitedMonths(points: readonly ControlPoint[], phases: readonly ControlPhase[]): Limited[] {
  const starts = phaseStarts(points, phases)
  return points.flatMap((point, index) => {
    const phase = starts.filter((start) => start <= index).length - 1
    return point.value === null || point.immature || point.mean === null ? [] : [{ ...point, index, phase }]
  })
}

/** Mean and limits of all phases; those for trial stand apart where there are any. */
export function controlLevels(
  limited: readonly Limited[],
  phases: readonly ControlPhase[],
  theme: ChartTheme,
): LineSeriesOption[] {
  return (['mean', 'low', 'high'] as const).flatMap((key) => [
    levels(key, false, limited, phases, theme),
    ...(phases.some(({ trial }) => trial) && key !== 'mean' ? [levels(key, true, limited, phases, theme)] : []),
  ])
}

/** Mean or limit as a level over each month, joined within a phase and parted at gaps and borders of phases. */
function levels(
  key: 'mean' | 'low' | 'high',
  trial: boolean,
  limited: readonly Limited[],
  phases: readonly ControlPhase[],
  theme: ChartTheme,
): LineSeriesOption {
  const data: (readonly [number, number | '-'])[] = []
  let before: Limited | null = null
  for (const month of limited) {
    const level = month[key]
    if (level === null || (key !== 'mean' && (phases[month.phase]?.trial ?? false) !== trial)) continue
    if (before && (before.index !== month.index - 1 || before.phase !== month.phase))
      data.push([month.index - 0.5, '-'])
    data.push([month.index - 0.5, level], [month.index + 0.5, level])
    before = month
  }
  return {
    id: trial ? `${key}-trial` : key,
    type: 'line',
    xAxisIndex: 1,
    silent: true,
    symbol: 'none',
    connectNulls: false,
    z: 2,
    lineStyle: {
      color: key === 'mean' ? theme.ink : theme.outline,
      width: 1.25,
      type: key === 'mean' ? 'solid' : [...(trial ? TRIAL : DASHES)],
    },
    data: data as LineSeriesOption['data'],
  } as LineSeriesOption
}
