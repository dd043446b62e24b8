import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { belongingNames, type InputScreen, type InputSource } from '../../../../shared/domain/evaluation/inputs/input-sources.ts'
import { useNavigation, type ModuleSection, type Place } from '../../../api/place.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useModules, type ShownModule } from '../../../frame/use-modules.ts'
import { tabWords } from '../vocabulary.ts'
import { sourceWords as words } from './vocabulary.ts'

export interface SourceRow {
  readonly key: string
  readonly source: InputSource
  /** How many there are, wait to be confirmed, and are missing; of a year nothing is counted. */
  readonly counts?: { readonly count: number; readonly waiting: number; readonly missing: number }
}

/** Inputs of the engine: who enters and confirms each, and the way there. */
export function SourceTable({ rows }: { readonly rows: readonly SourceRow[] }): ReactNode {
  const { go } = useNavigation()
  const modules = useModules()
  const isCounted = rows.some(({ counts }) => counts !== undefined)
  return (
    <div className="ui-page-scroll">
      <Table
        className="list-table"
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={[...rows]}
        columns={[
          { title: words.name, key: 'name', render: (_, { source }) => source.name },
          { title: words.enters, key: 'enters', render: (_, { source }) => source.enters },
          { title: words.confirms, key: 'confirms', render: (_, { source }) => source.confirms },
          { title: words.belongs, key: 'belongs', render: (_, { source }) => belongingNames[source.belongs] },
          ...(isCounted
            ? [
                { title: words.count, key: 'count', align: 'right', render: (_: unknown, { counts }: SourceRow) => counts?.count } as const,
                { title: words.waiting, key: 'waiting', align: 'right', render: (_: unknown, { counts }: SourceRow) => numberTag(counts?.waiting, 'accent') } as const,
                { title: words.missing, key: 'missing', align: 'right', render: (_: unknown, { counts }: SourceRow) => numberTag(counts?.missing, 'bad') } as const,
              ]
            : []),
          {
            title: <span className="ui-unseen">{tabWords.commands}</span>,
            key: 'open',
            align: 'right',
            render: (_, { source }) => {
              const place = placeOfSource(source.screen, modules)
              return place === null ? null : <Button type="link" size="small" onClick={() => go(place)}>{words.open}</Button>
            },
          },
        ]}
      />
    </div>
  )
}

function numberTag(count: number | undefined, tone: 'accent' | 'bad'): ReactNode {
  return count === undefined || count === 0 ? words.none : <StateTag tone={tone}>{count}</StateTag>
}

/** Where an input is entered. What every module has opens in the first one, what only some have in the first of these. */
function placeOfSource(screen: InputScreen, modules: readonly ShownModule[]): Place | null {
  const common = (section: ModuleSection): Place | null => placeIn(modules[0], section)
  const teams = modules.find(({ sections }) => sections.includes('teams'))
  switch (screen) {
    case 'township':
      return { tab: 'system', section: 'township' }
    case 'plan':
      return { tab: 'evaluation', section: 'plans' }
    case 'cycle':
    case 'sheets':
    case 'ballot':
    case 'results':
    case 'rulings':
      return { tab: 'evaluation', section: screen }
    case 'villages':
    case 'factors':
    case 'groups':
    case 'points':
    case 'standings':
    case 'bonus':
      return { tab: 'evaluation', section: 'inputs', id: screen }
    case 'people':
    case 'tasks':
      return common(screen)
    case 'teams':
      return placeIn(teams, screen)
    case 'events':
      return placeIn(teams, 'teams', 'records')
  }
}

function placeIn(module: ShownModule | undefined, section: ModuleSection, id?: string): Place | null {
  return module === undefined ? null : { tab: 'module', module: module.code, section, ...(id === undefined ? {} : { id }) }
}
