import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import { PartLine } from '../../../frame/PartLine.tsx'
import { useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { useOpened } from '../../../frame/use-opened.ts'
import { groupColumns, type GroupRow } from './group-columns.tsx'
import { ProposeGroup } from './GroupForm.tsx'
import { GroupSheet } from './GroupSheet.tsx'
import { SecondmentDialog } from './SecondmentDialog.tsx'
import { SecondmentList } from './SecondmentList.tsx'
import { groupWords as words, secondmentWords } from './vocabulary.ts'

export interface GroupsSectionProps {
  readonly module: { readonly id: string }
  readonly head: ReactNode
  /** The group whose sheet is open. */
  readonly openId?: string
}

const parts = [{ key: 'groups', label: words.list }, { key: 'secondments', label: words.secondments }] as const
type Part = (typeof parts)[number]['key']

/** 专项: every 专项工作组, those of the module first, and who is seconded in and out. */
export function GroupsSection({ module, head, openId }: GroupsSectionProps): ReactNode {
  const me = useMe()
  const [part, setPart] = useRemembered<Part>('groups-part', 'groups')
  const [isAdding, setAdding] = useState(false)
  const opened = useOpened('groups', openId)
  const action = part === 'groups' ? (may(me, 'group.propose') ? words.propose : null) : may(me, 'staff.edit') ? secondmentWords.add : null
  return (
    <SectionPage head={head} parts={<PartLine label={words.parts} parts={parts} current={part} onOpen={setPart} />} actions={action === null ? undefined : <Button type="primary" onClick={() => setAdding(true)}>{action}</Button>}>
      {part === 'groups' ? <GroupList moduleId={module.id} onOpen={opened.open} /> : <SecondmentList />}
      <GroupSheet id={opened.id} onClose={opened.close} />
      {isAdding && part === 'groups' ? <ProposeGroup onClose={() => setAdding(false)} /> : null}
      {isAdding && part === 'secondments' ? <SecondmentDialog onClose={() => setAdding(false)} /> : null}
    </SectionPage>
  )
}

function GroupList({ moduleId, onOpen }: { readonly moduleId: string; readonly onOpen: (id: string) => void }): ReactNode {
  const { orpc } = useApi()
  const on = today()
  const groups = useQuery(orpc.groups.list.queryOptions())
  const columns = useMemo(() => groupColumns(on, moduleId), [on, moduleId])
  return (
    <Loaded query={groups}>
      {(rows) => {
        const isOurs = ({ moduleIds }: GroupRow) => moduleIds.includes(moduleId)
        const ours = rows.filter(isOurs)
        const due = ours.filter((row) => row.due.length > 0).length
        return (
          <SheetGrid<GroupRow>
            label={words.list}
            columns={columns}
            source={listSource({ rows: [...ours, ...rows.filter((row) => !isOurs(row))], columns, key: ({ id }) => id, revision: groups.dataUpdatedAt, scope: moduleId, name: ({ name }) => name })}
            search={words.search}
            rowName={({ name }) => name}
            sentence={sentenceOf}
            onOpen={({ id }) => onOpen(id)}
            empty={<Empty title={words.none} hint={words.noneHint} />}
            tools={
              <>
                <StateTag tone="accent">{words.ours(ours.length)}</StateTag>
                {due === 0 ? null : <StateTag tone="warn">{words.dueCount(due)}</StateTag>}
              </>
            }
          />
        )
      }}
    </Loaded>
  )
}
