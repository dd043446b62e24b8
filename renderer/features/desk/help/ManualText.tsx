import { memo, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { anchorOf, pictureAddress } from './manual.ts'

export interface ManualTextProps {
  readonly text: string
  /** A reference to another section has been pressed. */
  readonly onJump: (anchor: string) => void
}

const plugins = [remarkGfm]

/** The text of the manual. Nothing in it leads out of the window: a reference jumps within the text, any other address is only read. */
export const ManualText = memo(function ManualText({ text, onJump }: ManualTextProps): ReactNode {
  const components: Components = {
    h2: ({ children }) => <h2 id={anchorOf(String(children))}>{children}</h2>,
    h3: ({ children }) => <h3 id={anchorOf(String(children))}>{children}</h3>,
    a: ({ href = '', children }) => (href.startsWith('#') ? <button type="button" className="manual-link" onClick={() => onJump(decodeURIComponent(href.slice(1)))}>{children}</button> : <span>{children}</span>),
    // What is typed as it stands, in whatever language.
    code: ({ children }) => <code translate="no">{children}</code>,
    img: ({ src, alt = '' }) => <Picture source={typeof src === 'string' ? src : ''} title={alt} />,
  }
  return <Markdown remarkPlugins={plugins} components={components}>{text}</Markdown>
})

function Picture({ source, title }: { readonly source: string; readonly title: string }): ReactNode {
  const address = pictureAddress(source)
  if (address === null) return null
  return (
    <span className="manual-picture">
      <img src={address} alt={title} />
      <span>{title}</span>
    </span>
  )
}
