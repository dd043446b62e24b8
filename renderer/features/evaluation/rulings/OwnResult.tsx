import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Figure, Figures } from '../../../ui/Figure.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { OwnAppeals } from './OwnAppeals.tsx'
import { OwnHistory } from '../results/history/OwnHistory.tsx'
import { ExplanationBody } from '../results/ExplanationBody.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import { gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import '../results/results.css'
import { columnNames, noticeWords, ownWords, resultWords } from '../results/vocabulary.ts'

export interface OwnResultProps {
  readonly period: ChosenPeriod
  readonly line: ReactNode
}

/** The caller's own result, once it is public: the figures and what they are made of. */
export function OwnResult({ period, line }: OwnResultProps): ReactNode {
  const { orpc } = useApi()
  const { staffId } = useMe()
  const isQuarter = period.kind === 'quarter'
  const own = useQuery(orpc.results.own.queryOptions({ input: { code: period.code }, enabled: isQuarter }))
  const explanation = useQuery(orpc.results.explainOwn.queryOptions({ input: { code: period.code } }))
  const heading = periodTitle(period.code)
  const isNotComputed = explanation.error !== null && failureOf(explanation.error).code === 'not_frozen'
  return (
    <TabPage
      heading={heading}
      note={line}
      body="scroll"
      actions={staffId === null || explanation.data === undefined || explanation.data === null ? null : <PaperButton label={noticeWords.print} name={noticeWords.name} load={(client) => client.papers.notices({ code: period.code, staffIds: [staffId] })} />}
    >
      {isNotComputed ? (
        <Empty title={resultWords.notComputed(heading)} hint={resultWords.notComputedHint} action={<ToCycle />} />
      ) : (
        <Loaded query={explanation}>
          {(answer) =>
            answer === null ? (
              <Empty title={resultWords.ownNone} hint={resultWords.ownNoneHint} />
            ) : (
              <div className="result-own">
                <Figures>
                  <Figure label={isQuarter ? columnNames.total : columnNames.annual} value={answer.tree.value ?? columnNames.nothing} unit={ownWords.points} />
                  {own.data === undefined || own.data === null ? null : (
                    <>
                      <Figure label={columnNames.rankTown} value={ownWords.place(own.data.rankTown)} />
                      <Figure label={columnNames.rankModule} value={ownWords.place(own.data.rankModule)} />
                      <Figure label={columnNames.rankPool} value={ownWords.place(own.data.rankPool)} />
                      {own.data.decidedGrade === null ? null : <Figure label={columnNames.decided} value={gradeName(period.kind, own.data.decidedGrade, own.data.identity)} />}
                    </>
                  )}
                  <Figure label={columnNames.grade} value={answer.grade.name} />
                </Figures>
                <div className="own-tree">
                  <ExplanationBody explanation={answer} />
                </div>
                <OwnAppeals period={period} />
              </div>
            )
          }
        </Loaded>
      )}
      <OwnHistory />
    </TabPage>
  )
}
