import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EnterRecords } from '../../villages/events/EnterRecords.tsx'
import type { ChipKey as RecordChip } from '../../villages/events/record-request.ts'
import { may } from '../../../frame/may.ts'
import type { IssueChip } from '../../villages/issues/issue-chips.ts'
import { IssueSheet } from '../../villages/issues/IssueSheet.tsx'
import { RecordIssue } from '../../villages/issues/RecordIssue.tsx'
import { NewTask } from '../../tasks/tasks/NewTask.tsx'
import { TaskSheet } from '../../tasks/tasks/TaskSheet.tsx'
import { CheckInDialog } from '../../villages/tuesday/CheckInDialog.tsx'
import type { ChipKey } from '../../tasks/tasks/task-chips.ts'
import { arrange, linesPerGroup, type Pane } from './arrange.ts'
import { Changes } from './Changes.tsx'
import { CycleDue } from './CycleDue.tsx'
import { dayWords } from './day-words.ts'
import { GroupMeetingsDue } from './GroupMeetingsDue.tsx'
import { mostChanges, mostEntries, mostOwn, mostTuesday } from './how-many.ts'
import { IssuesLedger, IssuesWaiting } from './IssuesWaiting.tsx'
import { LedgerSheet } from './LedgerSheet.tsx'
import { OwnTasks } from './OwnTasks.tsx'
import { PointsToCheck, ScoreSheets } from './other-panes.tsx'
import { RecordsSheet } from './RecordsSheet.tsx'
import { rulingLineCount, RulingsWaiting } from './RulingsWaiting.tsx'
import { sheetLines } from './sheet-lines.ts'
import { Summary } from './Summary.tsx'
import { supervisionLineCount, SupervisionWaiting } from './SupervisionWaiting.tsx'
import type { Today } from './TaskLines.tsx'
import { EventsReturned, EventsToVerify, MeetingsToday, ThisTuesday } from './village-panes.tsx'
import { workbenchWords } from './vocabulary.ts'
import { Waiting } from './Waiting.tsx'
import './workbench.css'

/** 工作台: what is one's own, what waits for one, what has changed; by role, on one screen. */
export function Workbench(): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { data, error, refetch } = useQuery(orpc.workbench.today.queryOptions())
  const [openTask, setOpenTask] = useState<string | null>(null)
  const [ledger, setLedger] = useState<ChipKey | null>(null)
  const [isDrafting, setDrafting] = useState(false)
  const [issue, setIssue] = useState<string | null>(null)
  const [issueChip, setIssueChip] = useState<IssueChip | null>(null)
  const [isRecording, setRecording] = useState(false)
  const [records, setRecords] = useState<RecordChip | null>(null)
  const [isEntering, setEntering] = useState(false)
  const [isCheckingIn, setCheckingIn] = useState(false)
  const toCheckIn = data?.tuesday.toCheckIn[0]
  return (
    <Page
      title={workbenchWords.title}
      body="scroll"
      note={data === undefined ? undefined : dayWords(data.on)}
      actions={
        may(me, 'task.work') ? (
          <>
            {toCheckIn === undefined ? null : <Button onClick={() => setCheckingIn(true)}>{workbenchWords.checkIn}</Button>}
            {may(me, 'event.enter') && me.staffId !== null ? <Button onClick={() => setEntering(true)}>{workbenchWords.enterRecord}</Button> : null}
            {may(me, 'register.enter') ? <Button onClick={() => setRecords('all')}>{workbenchWords.records}</Button> : null}
            <Button onClick={() => setLedger('all')}>{workbenchWords.ledger}</Button>
            {may(me, 'issue.work') ? <Button onClick={() => setRecording(true)}>{workbenchWords.recordIssue}</Button> : null}
            <Button type="primary" onClick={() => setDrafting(true)}>{workbenchWords.newTask}</Button>
          </>
        ) : undefined
      }
    >
      {data !== undefined ? <Content today={data} onTask={setOpenTask} onLedger={setLedger} onIssue={setIssue} onIssues={setIssueChip} onRecords={setRecords} onCheckIn={() => setCheckingIn(true)} /> : error !== null ? <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} /> : <Loading lines={12} />}
      <LedgerSheet chip={ledger} onClose={() => setLedger(null)} />
      <IssuesLedger chip={issueChip} onClose={() => setIssueChip(null)} />
      <IssueSheet id={issue} onClose={() => setIssue(null)} />
      {isRecording ? <RecordIssue onClose={() => setRecording(false)} /> : null}
      <TaskSheet id={openTask} onClose={() => setOpenTask(null)} />
      <RecordsSheet chip={records} onClose={() => setRecords(null)} />
      {isEntering ? <EnterRecords onClose={() => setEntering(false)} /> : null}
      {isCheckingIn && toCheckIn !== undefined ? <CheckInDialog plan={toCheckIn} name={me.staffName ?? me.name} onClose={() => setCheckingIn(false)} /> : null}
      {isDrafting ? <NewTask moduleId={undefined} onOpen={setOpenTask} onClose={() => setDrafting(false)} /> : null}
    </Page>
  )
}

interface ContentProps {
  readonly today: Today
  readonly onTask: (id: string) => void
  readonly onLedger: (chip: ChipKey) => void
  readonly onIssue: (id: string) => void
  readonly onIssues: (chip: IssueChip) => void
  readonly onRecords: (chip: RecordChip) => void
  readonly onCheckIn: () => void
}

function Content({ today, onTask, onLedger, onIssue, onIssues, onRecords, onCheckIn }: ContentProps): ReactNode {
  const me = useMe()
  const waiting = today.waiting.reduce((sum, { count }) => sum + count, 0)
  const perGroup = linesPerGroup(today.waiting.length)
  const lines = {
    own: Math.min(today.own.total, mostOwn),
    waiting: today.waiting.reduce((sum, { rows }) => sum + 1 + Math.min(rows.length, perGroup), 0),
    supervision: supervisionLineCount(today),
    issues: today.issues.waiting.reduce((sum, { rows }) => sum + 1 + rows.length, 0),
    rulings: rulingLineCount(today.rulings),
    groups: today.groups.length,
    cycle: today.published.length + today.cycle.length + today.summaries.length,
    sheets: sheetLines(today.sheets).length + today.ballots.length,
    points: Math.min(today.points.total, mostEntries),
    returned: Math.min(today.returned.total, mostEntries),
    events: Math.min(today.events.total, mostEntries),
    meetings: Math.min(today.meetings.length, mostEntries),
    tuesday: Math.min(today.tuesday.planned, mostTuesday),
    changes: Math.min(today.changes.length, mostChanges),
  }
  const { left, right } = arrange(lines, me.staffId !== null)

  function pane(key: Pane): ReactNode {
    switch (key) {
      case 'own':
        return <OwnTasks key={key} today={today} onTask={onTask} onAll={() => onLedger('mine')} />
      case 'waiting':
        return <Waiting key={key} today={today} onTask={onTask} onAll={() => onLedger('waiting')} />
      case 'supervision':
        return <SupervisionWaiting key={key} today={today} onTask={onTask} />
      case 'issues':
        return <IssuesWaiting key={key} today={today} onIssue={onIssue} onAll={() => onIssues('waiting')} />
      case 'rulings':
        return <RulingsWaiting key={key} waiting={today.rulings} />
      case 'groups':
        return <GroupMeetingsDue key={key} groups={today.groups} />
      case 'cycle':
        return <CycleDue key={key} today={today} />
      case 'sheets':
        return <ScoreSheets key={key} sheets={today.sheets} ballots={today.ballots} />
      case 'points':
        return <PointsToCheck key={key} points={today.points} />
      case 'events':
        return <EventsToVerify key={key} events={today.events} onAll={() => onRecords('waiting')} />
      case 'returned':
        return <EventsReturned key={key} returned={today.returned} onAll={() => onRecords('returned')} />
      case 'meetings':
        return <MeetingsToday key={key} meetings={today.meetings} />
      case 'tuesday':
        return <ThisTuesday key={key} tuesday={today.tuesday} onCheckIn={onCheckIn} />
      case 'changes':
        return <Changes key={key} lastLook={today.lastLook} changes={today.changes} onTask={onTask} />
      default:
        return assertNever(key)
    }
  }

  return (
    <>
      <Summary today={today} waiting={waiting} onLedger={onLedger} onIssues={onIssues} onRecords={() => onRecords('waiting')} />
      <div className="bench">
        <div>{left.map(pane)}</div>
        <div>{right.map(pane)}</div>
      </div>
    </>
  )
}
