import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  DataZoomSliderComponent,
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components'
import { setPlatformAPI, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

// The parts of the drawing library that our charts use; a new kind of chart names its part here.
use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  DataZoomSliderComponent,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LegendPlainComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  SankeyChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapContinuousComponent,
])

// The library paints the cells of every heat map in slices of 15 ms and leaves the rest to later frames, which come even after the chart was disposed, and
// then throw. On a clock that stands still no slice ends, so a chart is whole when its drawing returns; our charts are small enough for that.
setPlatformAPI({ getTime: () => 0 })
