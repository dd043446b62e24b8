import { Button, Dropdown, Modal, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import { publicityDays } from '../../../../shared/domain/plans/cycle-plan.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { PeriodRow } from '../../plans/api-types.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { actionName, keyOf, nextAction, otherActions, type CycleAction } from './next-action.ts'
import { cycleWords } from '../cycle-vocabulary.ts'

export interface CycleActionsProps {
  readonly period: PeriodRow
  /** How many inputs are missing that it cannot be computed without; null while it is not known. */
  readonly missing: number | null
  readonly hasSheets: boolean
  readonly isBusy: boolean
  readonly onAct: (action: CycleAction) => Promise<void>
}

/** The next step of a period as the primary button, the other moves beside it; each asks once. */
export function CycleActions({ period, missing, hasSheets, isBusy, onAct }: CycleActionsProps): ReactNode {
  const [asked, setAsked] = useState<{ readonly action: CycleAction; readonly label: string } | null>(null)
  const situation = { ...period, hasSheets, hasResult: period.result !== null }
  const next = nextAction(situation)
  const ask = (action: CycleAction) => setAsked({ action, label: actionName(action, situation) })
  const items = otherActions(situation).map((action) => ({ key: keyOf(action), label: actionName(action, situation), onClick: () => ask(action) }))
  const isBlocked = next?.kind === 'compute' && missing !== null && missing > 0
  return (
    <>
      {items.length === 0 ? null : (
        <Dropdown menu={{ items }} trigger={['click']} disabled={isBusy}>
          <Button disabled={isBusy}>{cycleWords.otherMoves}</Button>
        </Dropdown>
      )}
      {next === null ? null : (
        <Tooltip title={isBlocked ? cycleWords.computeBlocked(missing) : undefined}>
          <Button type="primary" disabled={isBlocked} loading={isBusy} onClick={() => ask(next)}>{actionName(next, situation)}</Button>
        </Tooltip>
      )}
      <Modal
        open={asked !== null}
        title={asked === null ? '' : questionOf(asked.action, periodTitle(period.code), asked.label)}
        okText={asked?.label}
        cancelText={cycleWords.cancel}
        okButtonProps={{ autoFocus: true }}
        width={440}
        onCancel={() => setAsked(null)}
        onOk={() => {
          if (asked !== null) void onAct(asked.action)
          setAsked(null)
        }}
      >
        {asked === null ? null : consequenceOf(asked.action, period)}
      </Modal>
    </>
  )
}

function questionOf(action: CycleAction, title: string, label: string): string {
  switch (action.kind) {
    case 'advance':
      return cycleWords.advanceQuestion(title, periodStageNames[action.to])
    case 'compute':
      return cycleWords.computeQuestion(title)
    case 'publish':
      return cycleWords.publishQuestion(title)
    case 'openSheets':
      return cycleWords.openSheetsQuestion(title, label)
  }
}

function consequenceOf(action: CycleAction, { kind, stage }: PeriodRow): string | null {
  switch (action.kind) {
    case 'advance':
      return action.to === 'locked' ? cycleWords.archiveConsequence : stage === 'scoring' ? cycleWords.returnConsequence : null
    case 'compute':
      return cycleWords.computeConsequence
    case 'publish':
      return cycleWords.publishConsequence(publicityDays[kind])
    case 'openSheets':
      return cycleWords.openSheetsConsequence
  }
}
