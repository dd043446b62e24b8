import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { identityLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { establishmentLines } from './establishment-lines.ts'
import { EstablishmentTable } from './EstablishmentTable.tsx'
import './people.css'
import { establishmentWords } from './vocabulary.ts'
import { Vacancy } from './Vacancy.tsx'

export interface EstablishmentStripProps {
  readonly moduleId: string | undefined
  /** Whether 核定 may be changed here. */
  readonly mayEdit: boolean
}

/** 编制: approved, in post and vacant by identity, in one line; the table one click away. */
export function EstablishmentStrip({ moduleId, mayEdit }: EstablishmentStripProps): ReactNode {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.organisation.establishment.queryOptions({ input: { on: today() } }))
  const [isOpen, setOpen] = useState(false)
  if (data === undefined) return null
  const lines = establishmentLines(data, moduleId)
  return (
    <section className="establishment ui-no-print" aria-label={establishmentWords.title}>
      <span>{establishmentWords.title}</span>
      {lines.map((line) => (
        <span key={line.identity} className="establishment-item">
          {identityLabels[line.identity]}
          <b>{establishmentWords.strip(line.inPost, line.approved)}</b>
          <Vacancy line={line} />
        </span>
      ))}
      <Button className="establishment-more" type="link" size="small" onClick={() => setOpen(true)}>{establishmentWords.open}</Button>
      <SideSheet open={isOpen} title={establishmentWords.title} onClose={() => setOpen(false)}>
        <EstablishmentTable lines={lines} moduleId={mayEdit ? moduleId : undefined} />
      </SideSheet>
    </section>
  )
}
