import { BarChart, BoxplotChart, LineChart, ScatterChart } from 'echarts/charts'
import type { BarSeriesOption, BoxplotSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import type { GridComponentOption, LegendComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components'
import { init, use } from 'echarts/core'
import type { ComposeOption, ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { colours, fontStack, seriesColours } from './tokens.ts'

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | BoxplotSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption | MarkLineComponentOption
>

const axis = {
  axisLine: { show: true, lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.inkSecond, fontSize: 12 },
  splitLine: { lineStyle: { color: colours.lineLight } },
  nameTextStyle: { color: colours.inkThird },
}

const theme = {
  color: [...seriesColours],
  textStyle: { fontFamily: fontStack, fontSize: 12, color: colours.ink },
  grid: { left: 8, right: 16, top: 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  legend: { top: 0, left: 'left', itemWidth: 12, itemHeight: 8, textStyle: { color: colours.inkSecond } },
  tooltip: { borderColor: colours.line, borderWidth: 1, padding: [6, 10], textStyle: { color: colours.ink, fontSize: 12 }, extraCssText: 'box-shadow:none;border-radius:3px', axisPointer: { lineStyle: { color: colours.accentLine }, crossStyle: { color: colours.accentLine } } },
  bar: { barMaxWidth: 28 },
  line: { symbolSize: 6, lineStyle: { width: 2 } },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: { ...axis, axisLine: { show: false } },
  timeAxis: axis,
}

/** Draws into the element with our tokens; loaded only when a chart is shown. */
export function startChart(element: HTMLElement): ECharts {
  use([BarChart, LineChart, ScatterChart, BoxplotChart, GridComponent, LegendComponent, TooltipComponent, MarkLineComponent, CanvasRenderer])
  return init(element, theme, { renderer: 'canvas' })
}
