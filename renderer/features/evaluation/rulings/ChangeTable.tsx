import { Button } from 'antd'
import type { ReactNode } from 'react'
import { amendWords as words } from './vocabulary.ts'

export interface ChangeLine {
  readonly what: string
  readonly was: string
  readonly becomes: string
}

export interface ChangeTableProps {
  readonly lines: readonly ChangeLine[]
  /** Takes a line out; without it the table only shows. */
  readonly onDrop?: (place: number) => void
}

/** 更正内容: what stands there, and what it becomes. */
export function ChangeTable({ lines, onDrop }: ChangeTableProps): ReactNode {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.now}</th>
          <th scope="col">{words.becomes}</th>
          {onDrop === undefined ? null : <th scope="col"><span className="ui-unseen">{words.drop}</span></th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, was, becomes }, place) => (
          <tr key={`${String(place)}:${what}`}>
            <td>{what}</td>
            <td>{was}</td>
            <td><strong>{becomes}</strong></td>
            {onDrop === undefined ? null : <td className="one-line"><Button type="link" size="small" onClick={() => onDrop(place)}>{words.drop}</Button></td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
