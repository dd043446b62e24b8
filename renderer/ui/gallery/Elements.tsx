import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Chart } from '../Chart.tsx'
import { ConfirmButton } from '../ConfirmButton.tsx'
import { Empty } from '../Empty.tsx'
import { Failure } from '../Failure.tsx'
import { FieldRow } from '../FieldRow.tsx'
import { FileRows } from '../FileRows.tsx'
import { Figure, Figures } from '../Figure.tsx'
import { FormErrors } from '../FormErrors.tsx'
import { KeyHint } from '../KeyHint.tsx'
import { LightTag } from '../LightTag.tsx'
import { Loading } from '../Loading.tsx'
import { ModuleMark, moduleHue } from '../ModuleMark.tsx'
import { Page } from '../Page.tsx'
import { ProgressBar } from '../ProgressBar.tsx'
import { SavedSign } from '../SavedSign.tsx'
import { Section } from '../Section.tsx'
import { SideSheet } from '../SideSheet.tsx'
import { StateTag } from '../StateTag.tsx'
import { Steps } from '../Steps.tsx'
import { Toolbar } from '../Toolbar.tsx'
import { useNotice } from '../use-notice.tsx'
import { samples } from './samples.ts'
import './gallery.css'

const nothing = () => undefined

/** Every element of `renderer/ui` in its states. */
export function Elements(): ReactNode {
  const notice = useNotice()
  const [open, setOpen] = useState(false)
  return (
    <Page title={samples.title} note={samples.note} period={<Select value={samples.period} options={[{ value: samples.period }]} aria-label={samples.steps} />} body="scroll" actions={<><Button>{samples.second}</Button><Button type="primary" onClick={() => notice.done(samples.noticeDone)}>{samples.primary}</Button></>}>
      <Section title={samples.figures}>
        <Figures>{samples.figure.map((figure) => <Figure key={figure.label} {...figure} onOpen={nothing} />)}</Figures>
      </Section>
      <Section title={samples.steps}>
        <Steps label={samples.steps} steps={samples.cycle} onOpen={nothing} />
      </Section>
      <Section title={samples.tags}>
        <div className="gallery-row">
          {(['red', 'yellow', 'green', 'grey'] as const).map((light) => <LightTag key={light} light={light} />)}
          <LightTag light="red" word={samples.overdue} />
        </div>
        <div className="gallery-row">{samples.states.map(([tone, word]) => <StateTag key={tone} tone={tone}>{word}</StateTag>)}</div>
        <div className="gallery-row">
          {samples.modules.map((name, order) => <ModuleMark key={name} name={name} colour={moduleHue(order)} />)}
          <ModuleMark name={samples.noModule} colour={null} />
        </div>
      </Section>
      <div className="gallery-two">
        <Section title={samples.charts}>
          <ModuleChart />
        </Section>
        <Section title={samples.trend}>
          <TrendChart />
        </Section>
        <Section title={samples.forms}>
          <FormErrors faults={[{ id: 'phone', sentence: samples.phoneFault }, { id: '', sentence: samples.wholeFault }]} />
          <FieldRow label={samples.name} required help={samples.nameHelp}>{(field) => <Input {...field} />}</FieldRow>
          <FieldRow id="phone" label={samples.phone} fault={samples.phoneFault}>{(field) => <Input {...field} defaultValue="1380000" />}</FieldRow>
          <Toolbar label={samples.forms} end={<KeyHint keys={['Ctrl', 'K']} label={samples.search} />}>
            <ConfirmButton label={samples.confirm} question={samples.question} consequence={samples.consequence} danger onConfirm={nothing} />
            <Button onClick={() => setOpen(true)}>{samples.sheet}</Button>
            <Button onClick={() => notice.done(samples.noticeDone, nothing)}>{samples.tellUndo}</Button>
            <Button onClick={() => notice.failed(samples.noticeFailed)}>{samples.tellFault}</Button>
          </Toolbar>
        </Section>
        <Section title={samples.working}>
          <ProgressBar label={samples.exporting} done={31_200} total={50_000} onCancel={nothing} />
          <ProgressBar label={samples.counting} done={1_204} total={null} />
          <div className="gallery-row">
            <SavedSign state={{ kind: 'saving' }} />
            <SavedSign state={{ kind: 'saved', at: new Date(2026, 3, 8, 9, 41) }} />
            <SavedSign state={{ kind: 'failed', sentence: samples.failedSave, onRetry: nothing }} />
          </div>
        </Section>
      </div>
      <Section title={samples.files}>
        <FileRows label={samples.files} rows={samples.fileRows.map((row, place) => ({ ...row, open: { label: row.name, run: nothing }, tag: place === 0 ? <StateTag tone="accent">{samples.fileState}</StateTag> : undefined, actions: <Button type="text" size="small">{samples.fileAction}</Button> }))} />
      </Section>
      <Section title={samples.places}>
        <div className="gallery-three">
          <Empty title={samples.empty} hint={samples.emptyHint} action={<Button type="primary">{samples.emptyAction}</Button>} />
          <Failure sentence={samples.failure} onRetry={nothing} />
          <Loading delayMs={0} lines={4} />
        </div>
      </Section>
      <SideSheet open={open} title={samples.sheetTitle} onClose={() => setOpen(false)} footer={<Button type="primary" onClick={() => setOpen(false)}>{samples.save}</Button>}>
        <FieldRow label={samples.name} required>{(field) => <Input {...field} />}</FieldRow>
      </SideSheet>
    </Page>
  )
}

function ModuleChart(): ReactNode {
  const names = samples.modules.slice(0, samples.spread.length)
  return (
    <Chart
      title={samples.chartTitle}
      unit={samples.chartUnit}
      option={{
        tooltip: { trigger: 'axis' },
        legend: {},
        xAxis: { type: 'category', data: names },
        yAxis: { type: 'value' },
        series: samples.chartSeries.map((name, at) => ({ name, type: 'bar', data: samples.spread.map((pair) => pair[at] ?? 0) })),
      }}
      rows={{ columns: [{ title: samples.chartModule }, ...samples.chartSeries.map((title) => ({ title, align: 'right' as const }))], cells: names.map((name, at) => [name, ...(samples.spread[at] ?? []).map((value) => value.toFixed(2))]) }}
    />
  )
}

function TrendChart(): ReactNode {
  const weeks = samples.trendRows.map((_, at) => samples.week(at + 1))
  return (
    <Chart
      title={samples.trend}
      unit={samples.trendUnit}
      option={{
        tooltip: { trigger: 'axis' },
        legend: {},
        xAxis: { type: 'category', data: weeks },
        yAxis: { type: 'value' },
        series: samples.trendSeries.map((name, at) => ({ name, type: 'line', data: samples.trendRows.map((pair) => pair[at] ?? 0) })),
      }}
      rows={{ columns: [{ title: samples.trendWeek }, ...samples.trendSeries.map((title) => ({ title, align: 'right' as const }))], cells: weeks.map((week, at) => [week, ...(samples.trendRows[at] ?? []).map(String)]) }}
    />
  )
}
