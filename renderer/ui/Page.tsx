import type { ReactNode } from 'react'
import { PageTitle } from './PageTitle.tsx'
import type { PageTitleProps } from './PageTitle.tsx'
import './page.css'

export interface PageProps extends PageTitleProps {
  /** The one filter line under the title. A page of a grid has none: SheetGrid brings its own. */
  readonly filters?: ReactNode
  /** `fill`: the body is one thing that fills the rest (a grid). `scroll`: the body is longer than the window (a form, an overview). */
  readonly body?: 'fill' | 'scroll'
  readonly children: ReactNode
}

/** A page: the title line with period and primary action, one filter line, and a body that fills the rest. */
export function Page({ filters, body = 'fill', children, ...title }: PageProps): ReactNode {
  return (
    <main className="ui-page">
      <PageTitle {...title} />
      {filters === undefined ? null : <div className="ui-page-filters">{filters}</div>}
      <div className={body === 'fill' ? 'ui-page-fill' : 'ui-page-scroll'}>{children}</div>
    </main>
  )
}
