import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { secondmentDirectionNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { may } from '../../../frame/may.ts'
import '../../../frame/module.css'
import { standingOf } from './secondment-rows.tsx'
import { secondmentWords as words } from './vocabulary.ts'

export interface SecondmentsOfProps {
  readonly title: string
  readonly of: { readonly staffId: string } | { readonly groupId: string }
}

/** 抽调 of a person or a group, in its sheet; nothing where there is none. */
export function SecondmentsOf({ title, of }: SecondmentsOfProps): ReactNode {
  const { orpc } = useApi()
  const { data = [] } = useQuery(orpc.secondments.list.queryOptions({ input: of, enabled: may(useMe(), 'staff.read') }))
  if (data.length === 0) return null
  return (
    <Section title={title}>
      <table className="plain-table">
        <thead>
          <tr>
            {'groupId' in of ? <th scope="col">{words.columns.name}</th> : null}
            <th scope="col">{words.columns.direction}</th>
            <th scope="col">{words.columns.unit}</th>
            <th scope="col">{words.columns.from}</th>
            <th scope="col">{words.columns.to}</th>
            <th scope="col">{words.columns.docNo}</th>
            <th scope="col">{words.columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((row) => {
            const { word, tone } = standingOf(row, today())
            return (
              <tr key={row.id}>
                {'groupId' in of ? <td className="one-line">{row.staffName}</td> : null}
                <td className="one-line">{secondmentDirectionNames[row.direction]} <StateTag tone={tone}>{word}</StateTag></td>
                <td>{row.unit}</td>
                <td className="one-line">{row.from}</td>
                <td className="one-line">{row.to ?? words.open}</td>
                <td>{row.docNo ?? ''}</td>
                <td>{row.reason ?? ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
