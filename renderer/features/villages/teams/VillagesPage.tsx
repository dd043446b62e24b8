import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { usePeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import type { OwnBodyProps } from '../../../frame/own-body.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { teamColumns } from '../villages/village-columns.tsx'
import { VillageForm } from '../villages/VillageForm.tsx'
import { VillageSheet } from '../villages/VillageSheet.tsx'
import { villageWords } from '../villages/vocabulary.ts'

/** 村社与组团: who serves where, what was done there in the quarter, and its place. */
export function VillagesPage({ module, head, openId }: OwnBodyProps): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { go } = useNavigation()
  const period = usePeriod()
  const quarter = period?.kind === 'quarter' ? period : null
  const teams = useQuery(orpc.villages.teams.queryOptions({ input: { on: today(), periodId: quarter?.id ?? null } }))
  const columns = useMemo(teamColumns, [])
  const [isAdding, setAdding] = useState(false)
  const mayEdit = may(me, 'village.edit')
  const open = (id?: string) => go({ tab: 'module', module: module.code, section: 'teams', ...(id === undefined ? {} : { id }) })
  const opened = teams.data?.find(({ id }) => id === openId)

  return (
    <SectionPage head={head} actions={mayEdit ? <Button type="primary" onClick={() => setAdding(true)}>{villageWords.add}</Button> : undefined}>
      <Loaded query={teams}>
        {(rows) => (
          <SheetGrid
            label={villageWords.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ id }) => id, revision: teams.dataUpdatedAt, scope: quarter?.id ?? '', name: ({ name }) => name })}
            search={villageWords.search}
            tools={<span className="line-note">{villageWords.quarter(quarter === null ? villageWords.thisQuarter : periodTitle(quarter.code))}</span>}
            onOpen={({ id }) => open(id)}
            rowName={({ name }) => name}
            sentence={sentenceOf}
            empty={<Empty title={villageWords.none} hint={villageWords.noneHint} />}
          />
        )}
      </Loaded>
      {opened === undefined ? null : <VillageSheet key={opened.id} village={opened} mayEdit={mayEdit} onClose={() => open()} />}
      {isAdding ? <VillageForm village={null} onClose={() => setAdding(false)} /> : null}
    </SectionPage>
  )
}
