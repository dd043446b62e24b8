import { Segmented } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { fairnessGroupings, fairnessMeasures, fewestScorers, fewestScores, type FairnessMeasure } from '../../../../../shared/domain/evaluation/trial/fairness.ts'
import { Chart } from '../../../../ui/Chart.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { FairnessAnswer } from '../../../plans/api-types.ts'
import './fairness.css'
import { chartHeight, oddSentences, spreadChart } from './fairness-charts.ts'
import { ScorerTable } from './ScorerTable.tsx'
import { fairnessWords as words, groupingNames, measureNames } from './vocabulary.ts'

export interface FairnessBodyProps {
  readonly data: FairnessAnswer
}

/** Who scores out of the ordinary, how each scorer uses the scale, and how scores spread. */
export function FairnessBody({ data }: FairnessBodyProps): ReactNode {
  const [measure, setMeasure] = useState<FairnessMeasure>('total')
  const odd = [...oddSentences(data.heads, words.sheets.heads), ...oddSentences(data.leaders, words.sheets.leaders)]
  const charts = useMemo(() => fairnessGroupings.map((grouping) => ({ grouping, spreads: data.spreads[grouping][measure], ...spreadChart(data.spreads[grouping][measure], grouping) })), [data, measure])
  return (
    <div className="fairness">
      <Section title={words.odd}>
        {odd.length === 0 ? <p className="fairness-none">{words.none}</p> : <ul className="fairness-odd">{odd.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        <p className="fairness-rule">{words.rule(fewestScorers, fewestScores)}</p>
      </Section>
      <ScorerTable sheet={words.sheets.heads} group={data.heads} />
      <ScorerTable sheet={words.sheets.leaders} group={data.leaders} />
      <Section
        title={words.distribution}
        note={words.box}
        actions={<Segmented<FairnessMeasure> size="small" aria-label={words.measure} value={measure} options={fairnessMeasures.map((value) => ({ value, label: measureNames[value] }))} onChange={setMeasure} />}
      >
        <div className="fairness-charts">
          {charts.map(({ grouping, spreads, option, rows }) => <Chart key={grouping} title={words.spreadOf(measureNames[measure], groupingNames[grouping])} unit={words.points} option={option} rows={rows} height={chartHeight(Math.max(spreads.length, 5))} />)}
        </div>
      </Section>
    </div>
  )
}
