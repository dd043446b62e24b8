import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { appealMatterNames, appealStateNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { may } from '../../../frame/may.ts'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import type { AppealRow } from './api-types.ts'
import { ProposeAmendment } from './ProposeAmendment.tsx'
import { appealTones } from './ruling-columns.tsx'
import { appealWords as words } from './vocabulary.ts'
import './rulings.css'

export interface AppealSheetProps {
  readonly row: AppealRow | null
  readonly period: ChosenPeriod
  readonly onClose: () => void
}

/** One appeal: 督考 proposes an amendment for it, or the principal lets the result stand and says why. */
export function AppealSheet({ row, period, onClose }: AppealSheetProps): ReactNode {
  return row === null ? null : <Opened key={row.id} row={row} period={period} onClose={onClose} />
}

function Opened({ row, period, onClose }: AppealSheetProps & { readonly row: AppealRow }): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const [doing, setDoing] = useState<'amend' | 'dismiss' | null>(null)
  const isOpen = row.state === 'filed' && row.staffId !== me.staffId
  const mayAmend = isOpen && may(me, 'ruling.propose') && row.rulingCode === null
  const mayDismiss = isOpen && may(me, 'ruling.decide')
  const facts: readonly (readonly [string, string])[] = [
    [words.who, row.staffName],
    [words.version, words.versionOf(row.resultVersion)],
    [words.matter, appealMatterNames[row.matter]],
    [words.text, row.text],
    [words.filedOn, row.filedOn],
    [words.due, row.isLate ? `${row.answerDue} ${words.late}` : row.answerDue],
    ...(row.rulingCode === null ? [] : [[words.ruling, row.rulingCode] as const]),
    ...(row.answer === null ? [] : [[words.answer, row.answer] as const]),
    ...(row.answeredBy === null ? [] : [[words.answeredBy, `${row.answeredBy} ${row.answeredOn ?? ''}`] as const]),
  ]
  return (
    <SideSheet
      open
      width={680}
      title={`${row.code} · ${words.list}`}
      extra={<StateTag tone={row.isLate ? 'bad' : appealTones[row.state]}>{appealStateNames[row.state]}</StateTag>}
      onClose={onClose}
      footer={
        mayAmend || mayDismiss ? (
          <>
            {mayDismiss ? <Button onClick={() => setDoing('dismiss')}>{words.dismiss}</Button> : null}
            {mayAmend ? <Button type="primary" onClick={() => setDoing('amend')}>{words.draft}</Button> : null}
          </>
        ) : undefined
      }
    >
      <dl className="ruling-facts">
        {facts.flatMap(([label, text]) => [<dt key={`${label}-label`}>{label}</dt>, <dd key={label}>{text}</dd>])}
      </dl>
      {doing === 'amend' ? <ProposeAmendment period={period} appeal={row} staffId={row.staffId} onClose={() => setDoing(null)} /> : null}
      {doing === 'dismiss' ? (
        <ReasonDialog
          title={words.dismissTitle(row.code)}
          confirm={words.dismiss}
          label={words.answer}
          help={words.dismissHelp}
          onClose={() => setDoing(null)}
          onReason={async (answer) => {
            await client.appeals.dismiss({ id: row.id, version: row.version, answer })
            onClose()
            return words.dismissed(row.code)
          }}
        />
      ) : null}
    </SideSheet>
  )
}
