import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { Loaded, type LoadedProps } from '../../../frame/Loaded.tsx'
import { missingGroups, placeOfMissing, type MissingGroup, type MissingRow } from './missing-groups.ts'
import { cycleWords, missingNames, missingPlaces } from '../cycle-vocabulary.ts'

export interface MissingListProps {
  readonly query: LoadedProps<readonly MissingRow[]>['query']
  /** Makes the sheets, for who may, in 评分. */
  readonly onOpenSheets?: () => void
  readonly isOpening: boolean
  /** The sheets that are not handed in are listed beside, with their scorers. */
  readonly hasSheetsAside: boolean
}

/** 冻结前的缺项, by kind; each leads to where it is entered. */
export function MissingList({ query, onOpenSheets, isOpening, hasSheetsAside }: MissingListProps): ReactNode {
  return (
    <Section title={cycleWords.missing} note={query.data !== undefined && query.data.length > 0 ? cycleWords.missingCount(query.data.length) : cycleWords.missingNote}>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="cycle-done">{cycleWords.missingDone}</p>
          ) : (
            missingGroups(rows).map((group) => <Group key={group.kind} group={group} isOpening={isOpening} isAside={hasSheetsAside && group.kind === 'sheet'} {...(onOpenSheets === undefined ? {} : { onOpenSheets })} />)
          )
        }
      </Loaded>
    </Section>
  )
}

const few = 6

interface GroupProps {
  readonly group: MissingGroup
  readonly onOpenSheets?: () => void
  readonly isOpening: boolean
  /** Only counted here. */
  readonly isAside: boolean
}

function Group({ group: { kind, rows }, onOpenSheets, isOpening, isAside }: GroupProps): ReactNode {
  const { orpc } = useApi()
  const { go } = useNavigation()
  const modules = useQuery(orpc.organisation.modules.queryOptions({ enabled: kind === 'task' }))
  const codes = new Map((modules.data ?? []).map(({ id, code }) => [id, code]))
  const [isLong, setLong] = useState(false)
  const shown = isAside ? [] : isLong ? rows : rows.slice(0, few)
  const link = missingPlaces[kind]
  // Sheets are made, and made up, in 评分 by a command; there is no place to go to.
  const isOfSheets = kind === 'noSheets' || kind === 'unrated'
  return (
    <div className="cycle-group">
      <h3>
        {missingNames[kind]} <span className="cycle-count">{rows.length}</span>
        {isOfSheets && onOpenSheets !== undefined ? <Button size="small" loading={isOpening} onClick={onOpenSheets}>{link}</Button> : null}
      </h3>
      {isAside ? <p className="cycle-aside">{cycleWords.sheetsAside}</p> : null}
      <ul>
        {shown.map((row, at) => {
          const place = placeOfMissing(row, codes)
          return (
            <li key={`${row.message}:${String(at)}`}>
              <span>{row.message}</span>
              {place === null || link === undefined || isOfSheets ? null : <Button type="link" size="small" onClick={() => go(place)}>{link}</Button>}
            </li>
          )
        })}
      </ul>
      {rows.length > few && !isAside ? (
        <Button type="link" size="small" aria-expanded={isLong} onClick={() => setLong(!isLong)}>{isLong ? cycleWords.showFew : cycleWords.showAll(rows.length - few)}</Button>
      ) : null}
    </div>
  )
}
