import type { PointState } from '../../../../shared/domain/plans/points/codes.ts'
import { circularKinds, deductionRules, pointStates } from '../../../../shared/domain/plans/points/codes.ts'
import { deductionRuleNames, pointStateNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import type { PointRow } from '../../plans/api-types.ts'
import { circularKindNames, pointKindNames, pointWords } from './vocabulary.ts'

const tones: Readonly<Record<PointState, Tone>> = { declared: 'accent', verified: 'accent', approved: 'good', rejected: 'quiet' }

/** What a point is for: the level of an honour, the kind of a circular, the rule of a deduction. */
export function whatText({ kind, what }: Pick<PointRow, 'kind' | 'what'>): string {
  switch (kind) {
    case 'honour':
      return planWord('honourLevel', what)
    case 'circular': {
      const circular = circularKinds.find((one) => one === what)
      return circular === undefined ? what : circularKindNames[circular]
    }
    case 'deduction': {
      const rule = deductionRules.find((one) => one === what)
      return rule === undefined ? what : deductionRuleNames[rule]
    }
  }
}

export function pointColumns(): readonly GridColumn<PointRow>[] {
  const kinds = (['honour', 'circular', 'deduction'] as const).map((kind) => ({ value: kind, label: pointKindNames[kind] }))
  const states = pointStates.map((state) => ({ value: state, label: pointStateNames[state] }))
  return [
    { field: 'name', title: pointWords.name, width: 104, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'kind', title: pointWords.kind, width: 88, text: ({ kind }) => pointKindNames[kind], sortable: true, filter: { kind: 'choice', choices: kinds } },
    { field: 'what', title: pointWords.what, width: 120, text: whatText, sortable: true },
    { field: 'matter', title: pointWords.matter, width: 360, text: ({ matter }) => matter ?? '' },
    { field: 'date', title: pointWords.date, width: 112, text: ({ date }) => date ?? '', sortable: true, filter: { kind: 'day' } },
    { field: 'exempt', title: pointWords.exempt, width: 104, text: ({ exempt }) => (exempt ? pointWords.exempted : ''), render: ({ exempt }) => (exempt ? <StateTag tone="warn">{pointWords.exempted}</StateTag> : null) },
    {
      field: 'state',
      title: pointWords.state,
      width: 104,
      text: ({ state }) => pointStateNames[state],
      render: ({ state }) => <StateTag tone={tones[state]}>{pointStateNames[state]}</StateTag>,
      sortable: true,
      filter: { kind: 'choice', choices: states },
    },
  ]
}
