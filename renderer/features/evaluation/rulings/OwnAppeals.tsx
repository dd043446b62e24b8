import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { appealMatters, type AppealMatter } from '../../../../shared/domain/evaluation/appeals/appeal-rules.ts'
import { appealMatterNames, appealStateNames, rulingKindNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import { AskButton } from '../../../frame/AskButton.tsx'
import { tabWords } from '../vocabulary.ts'
import { useCommand } from '../../../frame/use-command.ts'
import type { AppealRow } from './api-types.ts'
import { textFaults } from './paper-fields.tsx'
import { appealTones } from './ruling-columns.tsx'
import { appealWords as words, rulingWords } from './vocabulary.ts'

/** What the caller has appealed against in a period, with the answers; and what has been ruled about him. */
export function OwnAppeals({ period }: { readonly period: ChosenPeriod }): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const [isFiling, setFiling] = useState(false)
  const own = useQuery(orpc.appeals.own.queryOptions({ input: { periodId: period.id } }))
  const rulings = useQuery(orpc.rulings.list.queryOptions({ input: { periodId: period.id }, enabled: may(me, 'result.read') }))
  const about = (rulings.data ?? []).filter(({ staffId, state }) => staffId === me.staffId && state === 'approved')
  return (
    <>
      <Section title={words.mine} actions={own.data?.barred === null ? <Button size="small" type="primary" onClick={() => setFiling(true)}>{words.file}</Button> : undefined}>
        <Loaded query={own} lines={2}>
          {({ barred, publicity, rows }) => (
            <>
              <p className="ui-title-note">{barred ?? (publicity === null ? '' : words.fileHelp(publicity.to))}</p>
              {rows.length === 0 ? null : <Appeals rows={rows} />}
            </>
          )}
        </Loaded>
      </Section>
      {about.length === 0 ? null : (
        <Section title={words.rulings}>
          <ul className="explain-reasons">
            {about.map((row) => <li key={row.id}>{`${row.code} ${rulingKindNames[row.kind]}：${row.what}（${row.rulingBody}${row.docNo === null ? '' : ` ${row.docNo}`}）${rulingWords.reason}：${row.reason}`}</li>)}
          </ul>
        </Section>
      )}
      {isFiling ? <FileAppeal period={period} onClose={() => setFiling(false)} /> : null}
    </>
  )
}

function Appeals({ rows }: { readonly rows: readonly AppealRow[] }): ReactNode {
  const { client } = useApi()
  const { isBusy, run } = useCommand()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.matter}</th>
          <th scope="col">{words.text}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.answer}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, version, code, matter, text, answerDue, isLate, state, answer }) => (
          <tr key={id}>
            <td className="one-line">{code}</td>
            <td className="one-line">{appealMatterNames[matter]}</td>
            <td>{text}</td>
            <td className="one-line">{answerDue} {isLate ? <StateTag tone="bad">{words.late}</StateTag> : null}</td>
            <td className="one-line"><StateTag tone={appealTones[state]}>{appealStateNames[state]}</StateTag></td>
            <td>
              {answer}
              {state === 'filed' ? (
                <AskButton
                  label={words.withdraw}
                  question={words.withdrawQuestion(code)}
                  isQuiet
                  isBusy={isBusy}
                  onConfirm={async () => {
                    await run(async () => {
                      await client.appeals.withdraw({ id, version })
                      return words.withdrawn
                    })
                  }}
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FileAppeal({ period, onClose }: { readonly period: ChosenPeriod; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const base = useId()
  const [matter, setMatter] = useState<AppealMatter | null>(null)
  const [text, setText] = useState('')
  return (
    <FormDialog
      title={words.fileTitle}
      confirm={words.confirm}
      width={560}
      onClose={onClose}
      fieldOf={(path) => `${base}-${path}`}
      onSubmit={async () => {
        const faults = [...(matter === null ? [{ id: `${base}-matter`, sentence: words.required(words.matter) }] : []), ...textFaults(`${base}-text`, words.text, text, words.longest)]
        if (faults.length > 0 || matter === null) return faults
        const { code, answerDue } = await client.appeals.file({ periodId: period.id, matter, text: text.trim() })
        notice.done(words.filed(code, answerDue))
        return []
      }}
    >
      <FieldRow id={`${base}-matter`} label={words.matter} required>
        {(field) => <Select {...field} placeholder={tabWords.pick} value={matter} options={appealMatters.map((value) => ({ value, label: appealMatterNames[value] }))} onChange={setMatter} style={{ width: '100%' }} />}
      </FieldRow>
      <FieldRow id={`${base}-text`} label={words.text} required>
        {(field) => <Input.TextArea {...field} value={text} placeholder={words.textHint} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setText(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
