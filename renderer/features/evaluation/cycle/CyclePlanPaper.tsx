import type { ReactNode } from 'react'
import { latenessText } from '../../../../shared/domain/evaluation/cycle-plan-vocabulary.ts'
import { periodStageNames } from '../../../../shared/domain/evaluation/cycle-vocabulary.ts'
import { useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import '../../../ui/paper.css'
import type { StepRow } from '../api-types.ts'
import { stepPaper } from './vocabulary.ts'

/** 周期计划 on paper: to be hung up, and to be signed by whoever is responsible. */
export function CyclePlanPaper({ title, steps }: { readonly title: string; readonly steps: readonly StepRow[] }): ReactNode {
  const { township } = useMe()
  return (
    <PrintSheet title={stepPaper.title(township.name, title)}>
      <div className="paper">
        <p className="paper-line">
          <span>{stepPaper.unit(township.reportingUnit)}</span>
          <span>{stepPaper.day(today())}</span>
        </p>
        <table>
          <thead>
            <tr>{[stepPaper.number, stepPaper.stage, stepPaper.from, stepPaper.to, stepPaper.owner, stepPaper.entered, stepPaper.note].map((word) => <th key={word}>{word}</th>)}</tr>
          </thead>
          <tbody>
            {steps.map((step, place) => (
              <tr key={step.stage}>
                <td className="paper-middle">{place + 1}</td>
                <td className="paper-middle">{periodStageNames[step.stage]}</td>
                <td className="paper-middle">{step.plannedFrom ?? ''}</td>
                <td className="paper-middle">{step.plannedTo ?? ''}</td>
                <td className="paper-middle">{step.ownerName ?? ''}</td>
                <td className="paper-middle">{step.enteredOn === null ? '' : stepPaper.enteredBy(step.enteredOn, step.enteredBy ?? '')}</td>
                <td>{step.plannedTo === null || step.daysLate === 0 ? '' : latenessText(step.plannedTo, step.daysLate, step.state !== 'current')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PrintSheet>
  )
}
