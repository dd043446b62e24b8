import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import { useApi } from '../../../api/api.ts'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import type { VersionRow } from '../../plans/api-types.ts'
import { momentText } from '../../../frame/dates.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { columnNames, resultWords as words } from './vocabulary.ts'

export interface VersionListProps {
  readonly kind: PeriodKind
  readonly code: string
  /** Which version is shown. */
  readonly label: string
  /** The newest first. */
  readonly versions: readonly VersionRow[]
  readonly mayCompare: boolean
}

interface Pair {
  readonly from: number
  readonly to: number
}

/** The versions of a result, why each was made, and what moved between one and the one before. */
export function VersionList({ kind, code, label, versions, mayCompare }: VersionListProps): ReactNode {
  const [pair, setPair] = useState<Pair | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Popover
        title={words.versions}
        trigger="click"
        placement="bottomLeft"
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <table className="plain-table result-versions">
            <thead>
              <tr>
                <th scope="col">{words.versionColumns.version}</th>
                <th scope="col">{words.versionColumns.state}</th>
                <th scope="col">{words.versionColumns.why}</th>
                <th scope="col">{words.versionColumns.at}</th>
                <th scope="col">{words.versionColumns.by}</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(({ resultVersion, state, computedAt, computedBy, ruling }, place) => {
                const earlier = versions[place + 1]
                return (
                  <tr key={resultVersion}>
                    <td className="one-line">{resultVersion}</td>
                    <td className="one-line">{words.states[state]}</td>
                    <td>
                      {ruling !== null ? words.byRuling(ruling.code, ruling.reason) : earlier === undefined ? words.byFreeze : words.byRecompute}
                      {earlier === undefined || !mayCompare ? null : (
                        <Button
                          type="link"
                          size="small"
                          onClick={() => {
                            setOpen(false)
                            setPair({ from: earlier.resultVersion, to: resultVersion })
                          }}
                        >
                          {words.compare(earlier.resultVersion)}
                        </Button>
                      )}
                    </td>
                    <td className="one-line">{momentText(computedAt)}</td>
                    <td className="one-line">{computedBy}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        }
      >
        <Button>{label}</Button>
      </Popover>
      <SideSheet open={pair !== null} width={860} title={pair === null ? '' : words.compareTitle(pair.from, pair.to)} onClose={() => setPair(null)}>
        {pair === null ? null : <Differences kind={kind} code={code} pair={pair} />}
      </SideSheet>
    </>
  )
}

function Differences({ kind, code, pair }: { readonly kind: PeriodKind; readonly code: string; readonly pair: Pair }): ReactNode {
  const { orpc } = useApi()
  const query = useQuery(orpc.results.differences.queryOptions({ input: { code, ...pair } }))
  const grade = (value: string | null) => (value === null ? columnNames.nothing : gradeName(kind, value))
  return (
    <Loaded query={query} lines={8}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="ui-title-note">{words.compareNone}</p>
        ) : (
          <>
            <p className="ui-title-note">{words.compareCount(rows.length)}</p>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{columnNames.name}</th>
                  <th scope="col">{columnNames.module}</th>
                  <th scope="col">{columnNames.total}（{words.before}）</th>
                  <th scope="col">{columnNames.total}（{words.after}）</th>
                  <th scope="col">{words.difference}</th>
                  <th scope="col">{columnNames.rankTown}</th>
                  <th scope="col">{columnNames.grade}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.staffId}>
                    <td className="one-line">{row.staffName}</td>
                    <td className="one-line">{row.moduleName}</td>
                    <td className="ui-number">{row.totalBefore ?? columnNames.nothing}</td>
                    <td className="ui-number">{row.totalAfter ?? columnNames.nothing}</td>
                    <td className="ui-number">{row.by}</td>
                    <td className="one-line">{row.rankBefore === null || row.rankAfter === null ? columnNames.nothing : `${String(row.rankBefore)} → ${String(row.rankAfter)}`}</td>
                    <td className="one-line">{row.gradeBefore === row.gradeAfter ? grade(row.gradeAfter) : `${grade(row.gradeBefore)} → ${grade(row.gradeAfter)}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </Loaded>
  )
}
