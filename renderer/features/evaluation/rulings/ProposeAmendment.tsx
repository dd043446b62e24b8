import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import { AddRow, AmendRow } from './AmendRow.tsx'
import type { Amendable, AmendLine, ChosenChange } from './api-types.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { noPaper, PaperFields, paperFaults, sentPaper } from './paper-fields.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { amendWords as words, rulingWords } from './vocabulary.ts'
import './rulings.css'

export interface ProposeAmendmentProps {
  readonly period: Pick<ChosenPeriod, 'id' | 'kind'>
  /** The appeal it answers. */
  readonly appeal: { readonly id: string; readonly code: string; readonly staffId: string; readonly text: string } | null
  /** Whose data to begin with. */
  readonly staffId: string | null
  readonly onClose: () => void
}

/** 提请结果更正: whose data, which value, what it becomes, and what that does to the result. */
export function ProposeAmendment({ period, appeal, staffId: first, onClose }: ProposeAmendmentProps): ReactNode {
  const { client, orpc } = useApi()
  const notice = useNotice()
  const base = useId()
  const [staffId, setStaff] = useState(first)
  const [chosen, setChosen] = useState<readonly ChosenChange[]>([])
  const [paper, setPaper] = useState(noPaper)
  const amendable = useQuery(orpc.rulings.amendable.queryOptions({ input: { periodId: period.id, staffId: staffId ?? '' }, enabled: staffId !== null }))
  const changes = chosen.map(({ change }) => change)

  const { faults, isSending, send } = useSubmit(async () => {
    const found = [...(chosen.length === 0 ? [{ id: `${base}-staffId`, sentence: words.noChanges }] : []), ...paperFaults(base, paper)]
    if (found.length > 0) return found
    const { code } = await client.rulings.propose({ kind: 'amendment', periodId: period.id, staffId, appealId: appeal?.id ?? null, changes, ...sentPaper(paper) })
    notice.done(rulingWords.proposed(code))
    onClose()
    return []
  }, (path) => (['rulingBody', 'docNo', 'reason'].includes(path) ? `${base}-${path}` : ''))

  return (
    <FormSheet title={appeal === null ? words.title : words.titleFor(appeal.code)} width={980} faults={faults} isSending={isSending} isDirty={chosen.length > 0 || paper !== noPaper} confirm={words.confirm} onSubmit={() => send()} onClose={onClose}>
      {appeal === null ? null : <p className="tab-notice">{appeal.text}</p>}
      <FieldRow id={`${base}-staffId`} label={words.who} required help={words.pickWho}>
        {(field) => <PersonSelect {...field} label={words.who} value={staffId} onChange={setStaff} disabled={appeal !== null} />}
      </FieldRow>
      <Section title={words.chosen}>
        {chosen.length === 0 ? <p className="ui-title-note">{words.noChosen}</p> : <ChangeTable lines={chosen} onDrop={(place) => setChosen(chosen.filter((_, at) => at !== place))} />}
        <PreviewTable kind={period.kind} periodId={period.id} first={staffId} changes={changes} />
      </Section>
      {staffId === null ? null : (
        <Loaded query={amendable} lines={8}>
          {(data) => <Items key={staffId} data={data} taken={chosen} onAdd={(one) => setChosen([...chosen, one])} />}
        </Loaded>
      )}
      <Section title={words.paper}>
        <PaperFields base={base} paper={paper} onChange={setPaper} />
      </Section>
    </FormSheet>
  )
}

interface ItemsProps {
  readonly data: Amendable
  readonly taken: readonly ChosenChange[]
  readonly onAdd: (change: ChosenChange) => void
}

/** As many as are shown at once; the rest is found by its name. */
const mostShown = 60

/** Everything of the person that may be set right, one a line; the line being changed is open. */
function Items({ data, taken, onAdd }: ItemsProps): ReactNode {
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const isTaken = ({ path }: AmendLine) => taken.some(({ change }) => JSON.stringify(change.path) === JSON.stringify(path))
  const found = data.lines.filter(({ what, now }) => `${what}${now}`.includes(sought.trim()))
  const lines = found.slice(0, mostShown)
  const added = data.additions.find(({ what }) => what === adding)
  return (
    <>
      <div className="evaluation-line">
        <Input.Search aria-label={words.find} placeholder={words.find} allowClear value={sought} onChange={({ target }) => setSought(target.value)} style={{ width: 240 }} />
        {data.additions.length === 0 ? null : <span className="evaluation-how">{words.addRow}</span>}
        {data.additions.map(({ what }) => <Button key={what} size="small" type={adding === what ? 'primary' : 'default'} onClick={() => setAdding(adding === what ? null : what)}>{what}</Button>)}
      </div>
      {added === undefined ? null : (
        <AddRow
          key={added.what}
          row={added}
          onCancel={() => setAdding(null)}
          onAdd={(change) => {
            onAdd(change)
            setAdding(null)
          }}
        />
      )}
      <table className="plain-table amend-table">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const key = JSON.stringify([line.path, line.edit.kind])
            return (
              <AmendRow
                key={key}
                line={line}
                isOpen={open === key}
                isTaken={isTaken(line)}
                onOpen={() => setOpen(open === key ? null : key)}
                onAdd={(change) => {
                  onAdd(change)
                  setOpen(null)
                }}
              />
            )
          })}
        </tbody>
      </table>
      {found.length > lines.length ? <p className="ui-title-note">{words.more(found.length - lines.length)}</p> : null}
    </>
  )
}
