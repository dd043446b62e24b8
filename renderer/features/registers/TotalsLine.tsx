import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import type { GridFilter } from '../../grid/types.ts'
import { filtersFor } from './register-request.ts'
import type { ChipKey, Register } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

export interface TotalsLineProps {
  readonly register: Register
  readonly chip: ChipKey
  readonly filters: readonly GridFilter[]
  readonly search: string
}

/** The sums of the columns with a 合计 over every row that the filters leave, not only those on screen. */
export function TotalsLine({ register, chip, filters, search }: TotalsLineProps): ReactNode {
  const { orpc } = useApi()
  const summed = register.columns.filter(({ total }) => total)
  const input = { registerId: register.id, filters: filtersFor(register.columns, chip, filters), ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) }
  const { data } = useQuery(orpc.registers.totals.queryOptions({ input, enabled: summed.length > 0, placeholderData: keepPreviousData }))
  if (summed.length === 0 || data === undefined) return null
  return (
    <dl className="register-totals" aria-label={words.totals(data.rows)}>
      <div>
        <dt>{words.totals(data.rows)}</dt>
      </div>
      {summed.map(({ id, title, unit }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>
            {(data.sums[id] ?? '0').replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','))}
            {unit === null ? '' : ` ${unit}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
