import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { PeriodRow, RolloverAnswer } from '../../plans/api-types.ts'
import { periodTitle, shortDay } from '../../../frame/dates.ts'
import { useCommand } from '../../../frame/use-command.ts'
import { tabWords } from '../vocabulary.ts'
import { rolloverWords as words } from '../cycle-vocabulary.ts'

/** 年度结转 of the year that is on the page; nothing for a quarter, or for who may not. */
export function Rollover({ period }: { readonly period: PeriodRow }): ReactNode {
  const { capabilities } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (period.kind !== 'year' || !capabilities.includes('period.run')) return null
  const year = Number(period.code)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open(year)}</Button>
      {isOpen ? <RolloverSheet year={year} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function RolloverSheet({ year, onClose }: { readonly year: number; readonly onClose: () => void }): ReactNode {
  const { client, orpc } = useApi()
  const { isBusy, run } = useCommand()
  const preview = useQuery(orpc.rollover.preview.queryOptions({ input: { year } }))
  const shown = preview.data

  async function close(): Promise<void> {
    await run(async () => words.done((await client.rollover.close({ year })).opened.map(periodTitle).join(tabWords.listJoin)))
  }

  async function undo(): Promise<void> {
    await run(async () => {
      await client.rollover.undo({ year })
      return words.undone
    })
  }

  return (
    <SideSheet
      open
      title={words.title(year)}
      width={720}
      footer={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          {shown?.isUndoable === true ? <ConfirmButton label={words.undo} question={words.undoQuestion(year)} danger onConfirm={undo} /> : null}
          {shown?.isDone === true ? null : <ConfirmButton label={words.confirm} question={words.question(year)} consequence={words.consequence} type="primary" disabled={isBusy || shown === undefined || shown.obstacles.length > 0} onConfirm={close} />}
        </>
      }
      onClose={onClose}
    >
      <Loaded query={preview}>{(answer) => <Preview answer={answer} />}</Loaded>
    </SideSheet>
  )
}

function Preview({ answer: { obstacles, periods, opens, known, plan, people, openTasks, overdue, isDone, isUndoable } }: { readonly answer: RolloverAnswer }): ReactNode {
  const unbegun = periods.filter(({ isArchivedWith }) => isArchivedWith).map(({ code }) => periodTitle(code))
  if (isDone) return <p>{words.isDone}{isUndoable ? '' : words.notUndoable}</p>
  return (
    <>
      {obstacles.length === 0 ? null : (
        <Section title={words.obstacles}>
          <ul className="cycle-obstacles">{obstacles.map(({ periodId, message }) => <li key={periodId}>{message}</li>)}</ul>
        </Section>
      )}
      <Section title={words.archives}>
        <p>{unbegun.length === 0 ? (obstacles.length === 0 ? words.archivedAll : '') : words.archivedWith(unbegun.join(tabWords.listJoin))}</p>
      </Section>
      <Section title={words.opens}>
        {opens.length === 0 ? <p>{words.alreadyOpen}</p> : <ul>{opens.map(({ code, start, end, freeze }) => <li key={code}>{words.opened(periodTitle(code), shortDay(start), shortDay(end), freeze)}</li>)}</ul>}
        {known ? null : <p className="cycle-aside">{words.unknown}</p>}
      </Section>
      {plan === null ? null : <Section title={words.plan}><p>{words.copied(plan.from, plan.name, plan.planVersion)}</p></Section>}
      <Section title={words.stays}>
        <p>{words.people(people)}</p>
        <p>{words.tasks(openTasks)}{overdue.total === 0 ? words.overdueNone : ''}</p>
      </Section>
      {overdue.total === 0 ? null : (
        <Section title={words.overdue(overdue.total)}>
          <Table
            className="list-table"
            size="small"
            pagination={false}
            rowKey="id"
            dataSource={overdue.rows}
            columns={[
              { title: words.task, dataIndex: 'title' },
              { title: words.module, dataIndex: 'moduleName', width: 120 },
              { title: words.due, dataIndex: 'due', width: 120 },
            ]}
          />
          {overdue.total > overdue.rows.length ? <p className="cycle-aside">{words.more(overdue.total - overdue.rows.length)}</p> : null}
        </Section>
      )}
    </>
  )
}
