import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNavigation } from '../../../api/place.ts'
import { today } from '../../../api/today.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ExplanationAnswer } from '../../plans/api-types.ts'
import { ExplanationTree } from './ExplanationTree.tsx'
import { explainWords } from './vocabulary.ts'

export interface ExplanationBodyProps {
  readonly explanation: ExplanationAnswer
}

/** The tree of a total and the reasons of its grade. */
export function ExplanationBody({ explanation: { tree, grade } }: ExplanationBodyProps): ReactNode {
  const { client } = useApi()
  const { go } = useNavigation()
  const notice = useNotice()

  async function openTask(taskId: string): Promise<void> {
    try {
      const { moduleCode } = await client.tasks.get({ id: taskId, on: today() })
      go({ tab: 'module', module: moduleCode, section: 'tasks', id: taskId })
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <>
      <ExplanationTree tree={tree} onOpenTask={(taskId) => void openTask(taskId)} />
      <Section title={explainWords.grade(grade.name)}>
        <ul className="explain-reasons">
          {grade.reasons.map((reason) => <li key={reason}>{reason}</li>)}
        </ul>
      </Section>
    </>
  )
}
