import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { belongingNames, quarterSources, type InputScreen } from '../../../../shared/domain/evaluation/input-sources.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { useNavigation, type Place } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Loaded } from '../../module/Loaded.tsx'
import { useModules } from '../../module/use-modules.ts'
import { tabWords } from '../vocabulary.ts'
import type { InputProps } from './InputsSection.tsx'
import { sourceWords as words } from './vocabulary.ts'

/** 数据来源: each input of the engine, who enters and confirms it, how many there are, what waits and what is missing, with the way there. */
export function SourceList({ period }: InputProps): ReactNode {
  const { orpc } = useApi()
  const { capabilities } = useMe()
  const { go } = useNavigation()
  const mayRead = capabilities.includes('period.run') || capabilities.includes('plan.approve')
  const sources = useQuery(orpc.inputSources.list.queryOptions({ input: { periodId: period.id }, enabled: mayRead }))
  const first = useModules()[0]?.code ?? null
  if (!mayRead) return <Empty title={words.onlyAll} />
  return (
    <div className="ui-page-scroll">
      <Loaded query={sources}>
        {(rows) => (
          <Table
            className="list-table"
            size="small"
            pagination={false}
            rowKey="key"
            dataSource={[...rows]}
            columns={[
              { title: words.name, key: 'name', render: (_, { key }) => quarterSources[key].name },
              { title: words.enters, key: 'enters', render: (_, { key }) => quarterSources[key].enters },
              { title: words.confirms, key: 'confirms', render: (_, { key }) => quarterSources[key].confirms },
              { title: words.belongs, key: 'belongs', render: (_, { key }) => belongingNames[quarterSources[key].belongs] },
              { title: words.count, dataIndex: 'count', align: 'right' },
              { title: words.waiting, dataIndex: 'waiting', align: 'right', render: (waiting: number) => (waiting === 0 ? words.none : <StateTag tone="accent">{waiting}</StateTag>) },
              { title: words.missing, dataIndex: 'missing', align: 'right', render: (missing: number) => (missing === 0 ? words.none : <StateTag tone="bad">{missing}</StateTag>) },
              {
                title: <span className="ui-unseen">{tabWords.commands}</span>,
                key: 'open',
                align: 'right',
                render: (_, { key }) => {
                  const place = placeOfSource(quarterSources[key].screen, first)
                  return place === null ? null : <Button type="link" size="small" onClick={() => go(place)}>{words.open}</Button>
                },
              },
            ]}
          />
        )}
      </Loaded>
    </div>
  )
}

/** Where an input is entered; a module's own screen opens in the first module. */
function placeOfSource(screen: InputScreen, module: string | null): Place | null {
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
      return { tab: 'evaluation', section: 'inputs', id: screen }
    case 'people':
    case 'tasks':
    case 'teams':
      return module === null ? null : { tab: 'module', module, section: screen }
    case 'events':
      return module === null ? null : { tab: 'module', module, section: 'teams', id: 'records' }
  }
}
