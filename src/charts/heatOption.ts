import type { EChartsOption } from 'echarts'
import type { HeatCell, OutletCell, UnitCell } from '../model/measure'
import { labelFont, labelStyle, nameColumn, plainText, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { countText } from './numberText'
import { rowAxis, rowHeight } from './rowAxes'
import { textOnHeat } from './textOnHeat'
import { nameWriter, type NameWriter } from './truncated'

/** The part of the unit × outlet table that is drawn: rows and columns by their total, most first. */
export interface HeatRows {
  readonly units: readonly { readonly unitId: number; readonly name: string; readonly total: number }[]
  readonly outlets: readonly { readonly name: string; readonly total: number }[]
  /** [column, row, placements]; pairs without placements are left out. */
  readonly cells: readonly (readonly [outlet: number, unit: number, placements: number])[]
  readonly largest: number
  /** Units and outlets with placements that are not drawn, hence only in the table. */
  readonly unitsLeft: number
  readonly outletsLeft: number
}

const ROW = 24
const WIDEST_COLUMN = 176
const HEAD = 28
const FOOT = 34

/** The `top` units and `columns` outlets with most placements. Units and outlets without any are not drawn. */
export function heatRows(
  heat: readonly HeatCell[],
  units: readonly UnitCell[],
  outlets: readonly OutletCell[],
  top = 20,
  columns = 12,
): HeatRows {
  const unitOrder = order(heat, (cell) => cell.unit)
  const outletOrder = order(heat, (cell) => cell.outlet)
  const rowOf = new Map(unitOrder.slice(0, top).map(([index], row) => [index, row]))
  const columnOf = new Map(outletOrder.slice(0, columns).map(([index], column) => [index, column]))
  const cells = heat.flatMap((cell) => {
    const row = rowOf.get(cell.unit)
    const column = columnOf.get(cell.outlet)
    return row === undefined || column === undefined || cell.placements === 0
      ? []
      : [[column, row, cell.placements] as const]
  })
  return {
    units: unitOrder
      .slice(0, top)
      .map(([index, total]) => ({ unitId: units[index]!.unitId, name: units[index]!.unit, total })),
    outlets: outletOrder.slice(0, columns).map(([index, total]) => ({ name: outlets[index]!.outlet, total })),
    cells,
    largest: Math.max(0, ...cells.map(([, , placements]) => placements)),
    unitsLeft: Math.max(0, unitOrder.length - top),
    outletsLeft: Math.max(0, outletOrder.length - columns),
  }
}

/** Indices with their total placements, most first; equal ones keep the order of the ledger. */
function order(heat: readonly HeatCell[], by: (cell: HeatCell) => number): [index: number, total: number][] {
  const totals = new Map<number, number>()
  for (const cell of heat) totals.set(by(cell), (totals.get(by(cell)) ?? 0) + cell.placements)
  return [...totals].filter(([, total]) => total > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/** Height in px at which every row is legible. */
export function heatHeight(rows: number): number {
  return HEAD + Math.max(1, rows) * ROW + FOOT
}

/**
 * Placements of units in outlets, from paper to blue; an empty cell is none. Numbers are printed where a cell has room,
 * totals stand after the names.
 */
export function heatOption(rows: HeatRows, theme: ChartTheme, words: ChartWords, size: ChartSize): EChartsOption {
  const label = labelStyle(theme)
  const names = nameColumn(
    rows.units.map(({ name }) => name),
    theme,
    size.width,
    0.24,
  )
  const [written, writtenOutlet] = [rows.units, rows.outlets].map((side) =>
    nameWriter(
      side.map(({ name }) => name),
      theme.fontSize,
    ),
  ) as [NameWriter, NameWriter]
  const left = names + 52
  const count = Math.max(1, rows.outlets.length)
  const column = Math.min(WIDEST_COLUMN, (size.width - left - 4) / count)
  const printed = column >= 28
  // On a page the panel is as tall as its rows; a slide is filled.
  const row = theme.slide ? rowHeight(theme, size.height - HEAD - FOOT, rows.units.length) : ROW
  const range = Math.max(1, rows.largest)
  return {
    textStyle: { fontFamily: theme.font },
    grid: {
      left,
      top: HEAD,
      width: column * count,
      height: row * Math.max(1, rows.units.length),
      outerBoundsMode: 'none',
    },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'item',
      formatter: (params) => {
        const value = (Array.isArray(params) ? params[0] : params)?.value
        if (!Array.isArray(value)) return ''
        const unit = rows.units[Number(value[1])]
        const outlet = rows.outlets[Number(value[0])]
        return unit && outlet
          ? `${plainText(unit.name)}\n${plainText(outlet.name)}\n${words.placements} ${countText(Number(value[2]))}`
          : ''
      },
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: rows.outlets.map((_, index) => String(index)),
      axisTick: { show: false },
      axisLine: { show: false },
      splitArea: { show: false },
      axisLabel: {
        ...label,
        color: theme.ink,
        interval: 0,
        formatter: (key: string) => writtenOutlet(rows.outlets[Number(key)]?.name ?? '', column - 6),
      },
    },
    yAxis: rowAxis(rows.units.length, theme, {
      textAt: (index) => unitText(rows, index, (name) => written(name, names)),
      rich: {
        name: { width: names, align: 'left', color: theme.ink, ...labelFont(theme) },
        total: { width: 36, align: 'right', color: theme.ink2, ...labelFont(theme) },
      },
    }),
    visualMap: {
      min: 0,
      max: range,
      calculable: false,
      hoverLink: false,
      orient: 'horizontal',
      left: left - 4,
      bottom: 0,
      itemWidth: 10,
      itemHeight: 120,
      text: [`${words.many} ${countText(range)}`, `${words.few} 0`],
      textStyle: label,
      inRange: { color: [...theme.heat] },
    },
    series: [
      {
        id: 'placements',
        name: words.placements,
        type: 'heatmap',
        itemStyle: { borderColor: theme.surface, borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } },
        label: { show: printed, fontSize: theme.fontSize, fontFamily: theme.font },
        data: rows.cells.map(([x, y, placements]) => ({
          value: [x, y, placements],
          label: { color: textOnHeat(placements / range, theme.heat) },
        })),
      },
    ],
  }
}

function unitText(rows: HeatRows, index: number, written: (name: string) => string): string {
  const unit = rows.units[index]
  return unit ? `{name|${written(unit.name)}}{total|${countText(unit.total)}}` : ''
}
