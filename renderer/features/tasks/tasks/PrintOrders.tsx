import type { ReactNode } from 'react'
import { mostOrders } from '../../../../shared/contract/reports/papers.ts'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import { paperWords } from './vocabulary.ts'

/** 打印交办单: the chosen tasks, one a page, as the sheet of the ledger has them. */
export function PrintOrders({ ids, label }: { readonly ids: readonly string[]; readonly label: string }): ReactNode {
  return <PaperButton label={label} name={paperWords.name(Math.min(ids.length, mostOrders), ids.length)} load={(client) => client.papers.orders({ ids: ids.slice(0, mostOrders) })} />
}
