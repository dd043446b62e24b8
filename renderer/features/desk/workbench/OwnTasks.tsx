import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from '../../../ui/Empty.tsx'
import { LightTag } from '../../../ui/LightTag.tsx'
import { lightWords } from '../../../ui/vocabulary.ts'
import { Section } from '../../../ui/Section.tsx'
import { countText } from '../../../frame/count-text.ts'
import { mostOwn } from './how-many.ts'
import { TaskLines, type Today } from './TaskLines.tsx'
import { workbenchWords } from './vocabulary.ts'

const counted = ['red', 'yellow', 'green'] as const

export interface OwnTasksProps {
  readonly today: Today
  readonly onTask: (id: string) => void
  readonly onAll: () => void
}

/** 我的任务 by light, the red ones in front. */
export function OwnTasks({ today: { own, on }, onTask, onAll }: OwnTasksProps): ReactNode {
  return (
    <Section
      title={workbenchWords.own}
      note={own.total === 0 ? undefined : <span className="light-counts">{counted.map((light) => <LightTag key={light} light={light} word={`${lightWords[light]} ${countText(own.counts[light])}`} />)}
          {own.counts.grey === 0 ? null : <LightTag light="grey" word={workbenchWords.greyCount(own.counts.grey)} />}
        </span>}
      actions={own.total > mostOwn ? <Button size="small" onClick={onAll}>{workbenchWords.all(own.total)}</Button> : undefined}
    >
      {own.total === 0 ? <Empty title={workbenchWords.noOwn} hint={workbenchWords.noOwnHint} /> : <TaskLines tasks={own.rows.slice(0, mostOwn)} on={on} onOpen={onTask} />}
    </Section>
  )
}
