import type { ReactNode } from 'react'
import type { EstablishmentLine } from './establishment-lines.ts'
import './people.css'
import { establishmentWords } from './vocabulary.ts'

/** 缺 2, 超 1, 满编: in words, whatever the colour. */
export function Vacancy({ line: { vacant, approved } }: { readonly line: Pick<EstablishmentLine, 'vacant' | 'approved'> }): ReactNode {
  if (vacant > 0) return <span className="establishment-short">{establishmentWords.short(vacant)}</span>
  if (vacant < 0) return <span className="establishment-over">{establishmentWords.over(-vacant)}</span>
  return <span className="establishment-full">{approved === 0 ? establishmentWords.nobody : establishmentWords.full}</span>
}
