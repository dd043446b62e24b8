import type { ReactNode } from 'react'
import { knownTokens } from '../../../../shared/domain/papers/layout-tokens.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { withTokenNames } from '../../../../shared/domain/papers/vocabulary.ts'
import { editorWords } from './vocabulary.ts'

/** The tokens that the texts of a sheet, or of the whole book, may use. */
export function TokenNote({ shipped, sheet }: { readonly shipped: Layout; readonly sheet: string | null }): ReactNode {
  return (
    <dl className="layout-tokens">
      <dt>{editorWords.tokens}</dt>
      {Array.from(knownTokens(shipped, sheet), (token) => (
        <dd key={token}>
          <code>{withTokenNames(`{${token}}`)}</code>
        </dd>
      ))}
    </dl>
  )
}
