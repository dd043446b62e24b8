import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { Identity } from '../../../shared/domain/people/codes.ts'
import { identities } from '../../../shared/domain/people/codes.ts'
import { identityLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import '../module/module.css'
import type { EstablishmentLine } from './establishment-lines.ts'
import { Vacancy } from './EstablishmentStrip.tsx'
import { establishmentWords } from './vocabulary.ts'

export interface EstablishmentTableProps {
  readonly lines: readonly EstablishmentLine[]
  /** The module whose 核定 may be typed over; without one the table is for reading. */
  readonly moduleId: string | undefined
}

const empty = { approved: 0, inPost: 0, vacant: 0 } as const

/** 编制 by identity: approved, in post, vacant, and the sums. */
export function EstablishmentTable({ lines, moduleId }: EstablishmentTableProps): ReactNode {
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
              <td className="ui-number">{moduleId === undefined ? line.approved : <Approved moduleId={moduleId} identity={line.identity} approved={line.approved} />}</td>
              <td className="ui-number">{line.inPost}</td>
              <td className="ui-number"><Vacancy line={line} /></td>
            </tr>
          ))}
          <tr>
            <td>{establishmentWords.total}</td>
            <td className="ui-number">{sum(({ approved }) => approved)}</td>
            <td className="ui-number">{sum(({ inPost }) => inPost)}</td>
            <td className="ui-number">{sum(({ vacant }) => Math.max(0, vacant))}</td>
          </tr>
        </tbody>
      </table>
      <p className="ui-field-help">{establishmentWords.help}{moduleId === undefined ? '' : establishmentWords.editHelp}</p>
    </>
  )
}

/** The approved number, saved when one leaves it or presses Enter. */
function Approved({ moduleId, identity, approved }: { readonly moduleId: string; readonly identity: Identity; readonly approved: number }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()

  async function save(text: string): Promise<void> {
    const next = Number(text)
    if (text.trim() === '' || next === approved) return
    try {
      await client.organisation.setEstablishment({ moduleId, identity, approved: next })
      notice.done(establishmentWords.saved, () => void client.organisation.setEstablishment({ moduleId, identity, approved }))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <InputNumber<number>
      key={approved}
      aria-label={establishmentWords.approvedOf(identityLabels[identity])}
      className="establishment-approved"
      size="small"
      min={0}
      max={999}
      precision={0}
      defaultValue={approved}
      controls={false}
      style={{ width: 64 }}
      onBlur={({ target }) => void save(target.value)}
      onPressEnter={({ currentTarget }) => void save(currentTarget.value)}
    />
  )
}
