import { Button } from 'antd'
import type { ECharts } from 'echarts/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ChartOption } from './chart-engine.ts'
import './chart.css'
import { words } from './vocabulary.ts'

export type { ChartOption } from './chart-engine.ts'

/** The rows behind a chart, as they are to be read. */
export interface ChartRows {
  readonly columns: readonly { readonly title: string; readonly align?: 'left' | 'right' }[]
  readonly cells: readonly (readonly string[])[]
}

export interface ChartProps {
  readonly title: string
  /** Of the figures: “件”, “分”. */
  readonly unit: string
  /** Of ECharts: bar, line, scatter or boxplot series; colours, fonts and grid come from the tokens. */
  readonly option: ChartOption
  readonly rows: ChartRows
  /** In px; 240 unless given. */
  readonly height?: number
}

/** A chart with title and unit; the rows behind it stand in a table one click away. */
export function Chart({ title, unit, option, rows, height = 240 }: ChartProps): ReactNode {
  const id = useId()
  const [asRows, setAsRows] = useState(false)
  const [failed, setFailed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  const latest = useRef(option)

  useEffect(() => {
    latest.current = option
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true })
  }, [option])

  useEffect(() => {
    const element = box.current
    if (asRows || !element) return
    let gone = false
    const watcher = new ResizeObserver(() => chart.current?.resize())
    const start = async () => {
      const { startChart } = await import('./chart-engine.ts')
      if (gone) return
      chart.current = startChart(element)
      chart.current.setOption({ animation: false, ...latest.current })
      watcher.observe(element)
    }
    start().catch(() => setFailed(true))
    return () => {
      gone = true
      watcher.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [asRows])

  return (
    <figure className="ui-chart" aria-labelledby={id}>
      <figcaption className="ui-chart-head">
        <span id={id} className="ui-chart-title">{title}</span>
        <span className="ui-chart-unit">{words.chartUnit(unit)}</span>
        <Button type="link" size="small" onClick={() => setAsRows(!asRows)} aria-expanded={asRows}>{asRows ? words.showChart : words.showRows}</Button>
      </figcaption>
      {asRows ? (
        <div key="rows" className="ui-chart-rows" style={{ height }} tabIndex={0} role="region" aria-labelledby={id}>
          <table>
            <thead>
              <tr>{rows.columns.map((column) => <th key={column.title} scope="col" style={{ textAlign: column.align ?? 'left' }}>{column.title}</th>)}</tr>
            </thead>
            <tbody>
              {rows.cells.map((cells, row) => (
                <tr key={row}>{cells.map((cell, place) => <td key={place} style={{ textAlign: rows.columns[place]?.align ?? 'left' }}>{cell}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : failed ? (
        <p className="ui-chart-failed">{words.chartFailed}</p>
      ) : (
        // The engine empties its element when it goes: it shares it with nothing.
        <div key="chart" ref={box} style={{ height }} aria-hidden="true" />
      )}
    </figure>
  )
}
