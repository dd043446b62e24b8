import { Input } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { Identity } from '../../../shared/domain/people/codes.ts'
import { identities } from '../../../shared/domain/people/codes.ts'
import { identityLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { readWhole } from '../../frame/field-faults.ts'
import '../../frame/module.css'
import type { EstablishmentLine } from './establishment-lines.ts'
import { Vacancy } from './Vacancy.tsx'
import { establishmentWords } from './vocabulary.ts'

export interface EstablishmentTableProps {
  readonly lines: readonly EstablishmentLine[]
  /** The module whose 核定 may be typed over; without one the table is for reading. */
  readonly moduleId: string | undefined
}

const mostPlaces = 999
const faultId = 'establishment-fault'
const empty = { approved: 0, inPost: 0, vacant: 0 } as const

/** 编制 by identity: approved, in post, vacant, and the sums. */
export function EstablishmentTable({ lines, moduleId }: EstablishmentTableProps): ReactNode {
  const [fault, setFault] = useState<string | null>(null)
  const shown = moduleId === undefined ? lines : identities.map((identity) => lines.find((line) => line.identity === identity) ?? { identity, ...empty })
  const sum = (of: (line: EstablishmentLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{establishmentWords.identity}</th>
            <th scope="col" className="ui-number">{establishmentWords.approved}</th>
            <th scope="col" className="ui-number">{establishmentWords.inPost}</th>
            <th scope="col" className="ui-number">{establishmentWords.vacant}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.identity}>
              <td>{identityLabels[line.identity]}</td>
              <td className="ui-number">{moduleId === undefined ? line.approved : <Approved moduleId={moduleId} identity={line.identity} approved={line.approved} onFault={setFault} />}</td>
              <td className="ui-number">{line.inPost}</td>
              <td className="ui-number"><Vacancy line={line} /></td>
            </tr>
          ))}
          <tr>
            <td>{establishmentWords.total}</td>
            <td className="ui-number">{sum(({ approved }) => approved)}</td>
            <td className="ui-number">{sum(({ inPost }) => inPost)}</td>
            <td className="ui-number">{establishmentWords.vacantSum(sum(({ vacant }) => Math.max(0, vacant)), sum(({ vacant }) => Math.max(0, -vacant)))}</td>
          </tr>
        </tbody>
      </table>
      {fault === null ? null : <p id={faultId} className="ui-field-fault" role="alert">{fault}</p>}
      <p className="ui-field-help">{establishmentWords.help}{moduleId === undefined ? '' : establishmentWords.editHelp}</p>
    </>
  )
}

interface ApprovedProps {
  readonly moduleId: string
  readonly identity: Identity
  readonly approved: number
  /** What is wrong with what was typed; null when nothing is any more. */
  readonly onFault: (sentence: string | null) => void
}

/** The approved number, saved when one leaves it or presses Enter, put back by Esc. */
function Approved({ moduleId, identity, approved, onFault }: ApprovedProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const sent = useRef(approved)

  function tell(sentence: string | null): void {
    setWrong(sentence !== null)
    onFault(sentence)
  }

  async function save(): Promise<void> {
    if (typed === null) return
    const next = readWhole(typed, 0, mostPlaces)
    if (next === null) {
      tell(establishmentWords.approvedWrong(identityLabels[identity]))
      return
    }
    if (isWrong) tell(null)
    if (next === approved) setTyped(null)
    if (next === approved || next === sent.current) return
    sent.current = next
    try {
      await client.organisation.setEstablishment({ moduleId, identity, approved: next })
      notice.done(establishmentWords.saved, () => void client.organisation.setEstablishment({ moduleId, identity, approved }))
    } catch (error) {
      sent.current = approved
      tell(sentenceOf(error))
    }
  }

  return (
    <Input
      aria-label={establishmentWords.approvedOf(identityLabels[identity])}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? faultId : undefined}
      className="establishment-approved"
      size="small"
      inputMode="numeric"
      status={isWrong ? 'error' : ''}
      value={typed ?? approved}
      style={{ width: 64 }}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => void save()}
      onPressEnter={() => void save()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === null) return
        // What was typed is put back first; the sheet closes at the next one.
        event.stopPropagation()
        setTyped(null)
        tell(null)
      }}
    />
  )
}
