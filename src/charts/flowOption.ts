import type { EChartsOption } from 'echarts'
import type { HeatCell, OutletCell, UnitCell } from '../model/measure'
import { plainText, textWidth, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { countText } from './numberText'
import { nameWriter } from './truncated'

/** One end of streams. */
export interface FlowEnd {
  readonly name: string
  readonly total: number
  readonly others: boolean
  /** Index of its unit or outlet in the lists that the flow was made of; null for the rest of a side. */
  readonly place: number | null
}

/** Streams of placements; `others` gathers what is too small to be drawn by itself. */
export interface Flow {
  readonly units: readonly FlowEnd[]
  readonly outlets: readonly FlowEnd[]
  readonly streams: readonly { readonly unit: number; readonly outlet: number; readonly placements: number }[]
}

/** More of one side than this make a tangle; the heat map has them all. */
const DRAWN = 9
/** Height of one band at least, so that its name fits. */
const BAND = 26
/** From the middle of one name to the next at least. */
const LINE = 17
const EDGE = 12
const NODE = 14

/** Placements from units to outlets: the largest of each side by themselves, the rest of a side together. */
export function flowOf(heat: readonly HeatCell[], units: readonly UnitCell[], outlets: readonly OutletCell[]): Flow {
  const sideOf = (
    count: number,
    nameAt: (index: number) => string,
    indexOf: (cell: HeatCell) => number,
  ): { names: Flow['units']; place: (index: number) => number } => {
    const totals = Array.from({ length: count }, () => 0)
    for (const cell of heat) totals[indexOf(cell)]! += cell.placements
    const order = totals.map((total, index) => ({ total, index })).filter(({ total }) => total > 0)
    order.sort((a, b) => b.total - a.total || a.index - b.index)
    // A rest of one is drawn by itself.
    const own = order.length <= DRAWN + 1 ? order : order.slice(0, DRAWN)
    const rest = order.slice(own.length).reduce((sum, { total }) => sum + total, 0)
    const places = new Map(own.map(({ index }, place) => [index, place]))
    return {
      names: [
        ...own.map(({ index, total }) => ({ name: nameAt(index), total, others: false, place: index })),
        ...(rest > 0 ? [{ name: '', total: rest, others: true, place: null }] : []),
      ],
      place: (index) => places.get(index) ?? own.length,
    }
  }
  const left = sideOf(
    units.length,
    (index) => units[index]!.unit,
    ({ unit }) => unit,
  )
  const right = sideOf(
    outlets.length,
    (index) => outlets[index]!.outlet,
    ({ outlet }) => outlet,
  )
  const streams = new Map<string, { unit: number; outlet: number; placements: number }>()
  for (const { unit, outlet, placements } of heat) {
    if (placements === 0) continue
    const [from, to] = [left.place(unit), right.place(outlet)]
    const key = `${from} ${to}`
    const stream = streams.get(key) ?? { unit: from, outlet: to, placements: 0 }
    streams.set(key, { ...stream, placements: stream.placements + placements })
  }
  return { units: left.names, outlets: right.names, streams: [...streams.values()] }
}

/** Height in px at which every band can carry its name. */
export function flowHeight({ units, outlets }: Flow): number {
  return 24 + Math.max(units.length, outlets.length) * BAND
}

/** Streams of placements from units (left) to outlets (right), with names and totals at both ends; the rest of a side is pale. */
export function flowOption(flow: Flow, theme: ChartTheme, words: ChartWords, size: ChartSize): EChartsOption {
  const widest = Math.min(220, size.width * 0.28)
  const texts = (side: Flow['units']): string[] => {
    const written = nameWriter(
      side.map((entry) => nameOf(entry, words)),
      theme.fontSize,
    )
    return side.map((entry) => {
      const total = ` ${countText(entry.total)}`
      const room = widest - 8 - textWidth(total, theme.fontSize)
      return written(nameOf(entry, words), room) + total
    })
  }
  const [unitTexts, outletTexts] = [texts(flow.units), texts(flow.outlets)]
  const columnOf = (own: readonly string[]): number =>
    Math.ceil(Math.max(24, ...own.map((text) => textWidth(text, theme.fontSize) * 1.04)) + 8)
  const node = (side: 'u' | 'o', entry: Flow['units'][number], index: number) => ({
    // Keys, not names: one name may stand on both sides.
    name: `${side}${index}`,
    itemStyle: {
      color: entry.others ? theme.submittedFill : side === 'u' ? theme.commonFill : theme.adopted,
      borderColor: theme.outline,
      borderWidth: 1,
    },
    label: {
      position: side === 'u' ? ('left' as const) : ('right' as const),
      formatter: (side === 'u' ? unitTexts : outletTexts)[index]!,
      color: theme.ink,
      fontSize: theme.fontSize,
      fontFamily: theme.font,
    },
  })
  return {
    textStyle: { fontFamily: theme.font },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'item',
      formatter: (params) => {
        const data = (Array.isArray(params) ? params[0] : params)?.data as
          { source?: string; target?: string; value?: number; name?: string } | undefined
        if (data?.source && data.target) {
          const from = flow.units[Number(data.source.slice(1))]
          const to = flow.outlets[Number(data.target.slice(1))]
          return from && to
            ? `${nameOf(from, words)} → ${nameOf(to, words)}\n${words.placements} ${countText(data.value ?? 0)}`
            : ''
        }
        const own = data?.name?.startsWith('u')
          ? flow.units[Number(data.name.slice(1))]
          : flow.outlets[Number(data?.name?.slice(1) ?? -1)]
        return own ? `${nameOf(own, words)}\n${words.placements} ${countText(own.total)}` : ''
      },
    },
    series: [
      {
        type: 'sankey',
        left: columnOf(unitTexts),
        right: columnOf(outletTexts),
        top: EDGE,
        bottom: EDGE,
        nodeWidth: NODE,
        nodeGap: gapOf(flow, size.height - 2 * EDGE),
        draggable: false,
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: theme.adopted, opacity: 0.4, curveness: 0.5 },
        data: [
          ...flow.units.map((entry, index) => node('u', entry, index)),
          ...flow.outlets.map((entry, index) => node('o', entry, index)),
        ],
        links: flow.streams.map(({ unit, outlet, placements }) => ({
          source: `u${unit}`,
          target: `o${outlet}`,
          value: placements,
        })),
      },
    ],
  }
}

function nameOf({ name, others }: Flow['units'][number], words: ChartWords): string {
  return others ? words.others : plainText(name)
}

/** The smallest gap between bands at which no two names touch. */
function gapOf({ units, outlets }: Flow, height: number): number {
  const most = Math.max(units.length, outlets.length)
  const sum = units.reduce((all, { total }) => all + total, 0)
  for (let gap = 8; gap < LINE; gap++) {
    const scale = (height - gap * (most - 1)) / Math.max(1, sum)
    const free = [units, outlets].every((side) =>
      side.slice(1).every(({ total }, index) => gap + (scale * (total + side[index]!.total)) / 2 >= LINE),
    )
    if (free) return gap
  }
  return LINE
}
