import { useState, type ReactNode } from 'react'
import { issueActionNames, issueSourceNames, issueStateNames, satisfactionNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { nextStepOf } from '../../../../shared/domain/villages/issues/who.ts'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { LightTag } from '../../../ui/LightTag.tsx'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import { chinaTime } from '../../../frame/china-time.ts'
import '../../../frame/module.css'
import { useModules } from '../../../frame/use-modules.ts'
import '../../people/people.css'
import { lightWord } from '../../tasks/tasks/light-word.ts'
import { TaskSheet } from '../../tasks/tasks/TaskSheet.tsx'
import { toneOf } from '../../tasks/tasks/task-columns.tsx'
import { today } from '../../../api/today.ts'
import './issues.css'
import { satisfactionTone } from './issue-columns.tsx'
import { issueActionName, issueFlowSteps } from './issue-flow.ts'
import type { Issue } from './api-types.ts'
import { issueColumnTitles as titles, issueSheetWords as words } from './vocabulary.ts'

/** What is known of an issue. */
export function IssueRecord({ issue }: { readonly issue: Issue }): ReactNode {
  return (
    <>
      <h2 className="task-title">{issue.title}</h2>
      <Steps label={words.flow} steps={issueFlowSteps(issue)} />
      <p className="issue-next"><span className="issue-next-label">{words.next}</span>{nextLine(issue)}</p>
      <Section title={words.facts}><IssueFacts issue={issue} /></Section>
      <Section title={words.content}>
        <p className="task-content">{issue.content ?? <span className="ui-title-note">{words.noContent}</span>}</p>
      </Section>
      {issue.result === null ? null : <Section title={words.result}><p className="task-content">{issue.result}</p></Section>}
      {issue.task === null ? null : <Section title={words.task}><LinkedTask task={issue.task} /></Section>}
      <Attachments owner={{ kind: 'public_issue', id: issue.id }} mayAdd={issue.allowedSteps.length > 0 || issue.editable.length > 0} />
      <Section title={words.history}><IssueHistory log={issue.log} /></Section>
    </>
  )
}

/** 由派办人（叶建飞）派办: who does what next. */
function nextLine(issue: Issue): string {
  const next = nextStepOf(issue)
  if (next === null) return issue.state === 'declined' ? words.declined : words.done
  const turn = words.turns[next.turn]
  return words.nextLine(issue.nextPeople.length === 0 ? turn : words.named(turn, issue.nextPeople.join('、')), issueActionNames[next.action])
}

function IssueFacts({ issue }: { readonly issue: Issue }): ReactNode {
  const colour = useModules().find(({ id }) => id === issue.moduleId)?.colour ?? null
  const facts: readonly (readonly [string, ReactNode])[] = [
    [titles.village, issue.villageName],
    [titles.source, issueSourceNames[issue.source]],
    [titles.reporter, issue.reporter],
    [titles.phone, issue.phone === null ? null : <span title={issue.phone.includes('*') ? words.maskedNote : undefined}>{issue.phone}</span>],
    [titles.reportedOn, issue.reportedOn],
    [titles.enteredBy, issue.enteredByName],
    [titles.module, issue.moduleName === null ? null : <ModuleMark name={issue.moduleName} colour={colour} />],
    [titles.handler, issue.handlerName],
    [titles.due, issue.due],
    [titles.resolvedOn, issue.resolvedOn],
    [titles.satisfaction, issue.satisfaction === null ? null : <StateTag tone={satisfactionTone(issue.satisfaction)}>{satisfactionNames[issue.satisfaction]}</StateTag>],
    [titles.reworks, words.times(issue.reworks)],
  ]
  return (
    <dl className="facts">
      {facts.map(([title, value]) => (
        <Fact key={title} title={title}>{value ?? words.none}</Fact>
      ))}
    </dl>
  )
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The task it has become; it opens over the issue. */
function LinkedTask({ task }: { readonly task: NonNullable<Issue['task']> }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <p className="issue-task">
      <button type="button" className="link" onClick={() => setOpen(true)}>{task.code}　{task.title}</button>
      <StateTag tone={toneOf(task.state)}>{taskStateNames[task.state]}</StateTag>
      <LightTag light={task.light} word={lightWord(task, today())} />
      <TaskSheet id={isOpen ? task.id : null} onClose={() => setOpen(false)} />
    </p>
  )
}

/** 办理记录, the newest first. */
function IssueHistory({ log }: { readonly log: Issue['log'] }): ReactNode {
  return (
    <ol className="history">
      {log.toReversed().map((entry, place) => (
        <li key={log.length - place} className="history-entry">
          <time className="history-time">{chinaTime(entry.at)}</time>
          <div>
            <span className="history-what">{issueActionName(entry.action)}</span> {entry.actor}
            {entry.fromState === null || entry.fromState === entry.toState ? null : <span className="history-states"> {words.states(issueStateNames[entry.fromState], issueStateNames[entry.toState])}</span>}
            {entry.note === null || entry.note === '' ? null : <p className="history-reason">{entry.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
