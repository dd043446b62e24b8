import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { useModulePlace } from '../../../frame/use-modules.ts'
import type { LateAnswer } from '../../plans/api-types.ts'
import { Loaded, type LoadedProps } from '../../../frame/Loaded.tsx'
import { tabWords } from '../vocabulary.ts'
import { cycleWords, sheetKindNames } from '../cycle-vocabulary.ts'

export interface LateListProps {
  readonly hasSheets: boolean
  readonly query: LoadedProps<LateAnswer>['query']
}

/** Who has not handed in: sheets and ballots. */
export function LateList({ hasSheets, query }: LateListProps): ReactNode {
  const { go } = useNavigation()
  const placeOf = useModulePlace()
  return (
    <Section title={cycleWords.late}>
      <Loaded query={query}>
        {({ sheets, voters, notVoted }) => (
          <>
            {!hasSheets ? <p>{cycleWords.lateNoSheets}</p> : sheets.length === 0 && notVoted.length === 0 ? <p className="cycle-done">{cycleWords.lateNone}</p> : null}
            {sheets.length === 0 ? null : (
              <div className="cycle-group">
                <h3>{cycleWords.lateSheets(sheets.length)}</h3>
                <Table
                  className="list-table"
                  size="small"
                  pagination={false}
                  rowKey="sheetId"
                  dataSource={[...sheets].sort((a, b) => placeOf(a.moduleName) - placeOf(b.moduleName))}
                  columns={[
                    { title: cycleWords.scorer, dataIndex: 'scorer', render: (scorer: string) => (scorer === '' ? cycleWords.noScorer : scorer) },
                    { title: cycleWords.sheet, key: 'sheet', render: (_, { kind, moduleName }) => `${moduleName ?? ''}${sheetKindNames[kind]}` },
                    { title: cycleWords.unscored, key: 'unscored', align: 'right', render: (_, { unscored, people }) => cycleWords.unscoredOf(unscored, people) },
                    { title: <span className="ui-unseen">{tabWords.commands}</span>, key: 'open', align: 'right', render: (_, { sheetId }) => <Button type="link" size="small" onClick={() => go({ tab: 'evaluation', section: 'sheets', id: sheetId })}>{cycleWords.open}</Button> },
                  ]}
                />
              </div>
            )}
            {notVoted.length === 0 ? null : (
              <div className="cycle-group">
                <h3>{cycleWords.lateVotes(notVoted.length, voters)}</h3>
                <dl className="cycle-names">
                  {[...groupBy(notVoted, ({ moduleName }) => moduleName)].sort(([a], [b]) => placeOf(a) - placeOf(b)).map(([module, people]) => (
                    <div key={module}>
                      <dt>{cycleWords.more(module, people.length)}</dt>
                      <dd>{people.map(({ staffName }) => staffName).join(tabWords.listJoin)}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}
