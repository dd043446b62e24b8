import { Button } from 'antd'
import type { ReactNode } from 'react'
import { formatPlace } from '../../api/place.ts'
import { countText } from '../../frame/count-text.ts'
import type { Register } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

export interface RegisterListProps {
  readonly registers: readonly Register[]
  readonly current: string
  /** The code of the module whose tab this is. */
  readonly hrefModule: string
  readonly onChoose: (code: string) => void
  /** Without them nothing new is offered. */
  readonly onSample?: () => void
  readonly onBlank?: () => void
}

/** The registers of a module, and below them the 三库. */
export function RegisterList({ registers, current, hrefModule, onChoose, onSample, onBlank }: RegisterListProps): ReactNode {
  const own = registers.filter(({ moduleId }) => moduleId !== null)
  const shared = registers.filter(({ moduleId }) => moduleId === null)
  const group = (title: string, rows: readonly Register[]) =>
    rows.length === 0 ? null : (
      <>
        <h2>{title}</h2>
        <ul>
          {rows.map(({ id, code, name, rows: count, enabled }) => (
            <li key={id}>
              <a className="register-link" href={formatPlace({ tab: 'module', module: hrefModule, section: 'registers', id: code })} aria-current={id === current ? 'page' : undefined} onClick={() => onChoose(code)}>
                <span>{name}</span>
                <span className="register-count">{enabled ? countText(count) : words.disabled}</span>
              </a>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <nav className="register-list" aria-label={words.list}>
      {group(words.own, own)}
      {group(words.shared, shared)}
      {onSample === undefined && onBlank === undefined ? null : (
        <div className="register-foot">
          <Button type="text" size="small" onClick={onSample}>{words.fromSample}</Button>
          <Button type="text" size="small" onClick={onBlank}>{words.blank}</Button>
        </div>
      )}
    </nav>
  )
}
