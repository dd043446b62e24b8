import { Input } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import './help.css'
import { manualText, sectionsOf, sectionsWith, type ManualSection } from './manual.ts'
import { ManualText } from './ManualText.tsx'
import { helpWords } from './vocabulary.ts'

export interface ManualProps {
  readonly onClose: () => void
}

/** A section is being read when its heading has passed this line, in px from the top of the window. */
const readingLine = 180

/** The first chapter is the printed contents, which stand beside the text here. */
const [, ...sections] = sectionsOf(manualText)
const text = manualText.slice(Math.max(0, manualText.indexOf(`## ${sections[0]?.title ?? ''}`)))

/** 使用手册 over the page. */
export function Manual({ onClose }: ManualProps): ReactNode {
  return (
    <SideSheet open width={1280} title={helpWords.title} onClose={onClose}>
      <OpenManual />
    </SideSheet>
  )
}

/** Contents on the left, the text beside them. */
function OpenManual(): ReactNode {
  const article = useRef<HTMLElement>(null)
  const [word, setWord] = useState('')
  const [current, setCurrent] = useState(sections[0]?.anchor ?? '')

  const jump = useMemo(
    () => (anchor: string) => {
      article.current?.querySelector(`[id="${CSS.escape(anchor)}"]`)?.scrollIntoView()
      setCurrent(anchor)
    },
    [],
  )
  useEffect(() => {
    const headings = [...(article.current?.querySelectorAll('h2, h3') ?? [])]
    const follow = () => setCurrent((headings.findLast((heading) => heading.getBoundingClientRect().top < readingLine) ?? headings[0])?.id ?? '')
    document.addEventListener('scroll', follow, { capture: true, passive: true })
    return () => document.removeEventListener('scroll', follow, { capture: true })
  }, [])

  const found = sectionsWith(sections, word)
  const chapter = sections.find(({ anchor }) => anchor === current)?.chapter
  // Without a word the parts are listed of the chapter that is being read alone.
  const isSearching = word.trim() !== ''
  const listed = isSearching ? found : found.filter((section) => section.level === 2 || section.chapter === chapter)

  return (
    <div className="manual">
      <nav className="manual-contents" aria-label={helpWords.contents}>
        <Input.Search allowClear aria-label={helpWords.find} placeholder={helpWords.find} maxLength={30} value={word} onChange={({ target }) => setWord(target.value)} onSearch={() => listed[0] !== undefined && jump(listed[0].anchor)} />
        {listed.length === 0 ? <p>{helpWords.nothingFound}</p> : null}
        <ul>
          {listed.map((section) => (
            <li key={section.anchor}>
              <Entry section={section} isFound={isSearching} isCurrent={section.anchor === current} onJump={jump} />
            </li>
          ))}
        </ul>
      </nav>
      <article ref={article} className="manual-text" aria-label={helpWords.text}>
        <ManualText text={text} onJump={jump} />
      </article>
    </div>
  )
}

interface EntryProps {
  readonly section: ManualSection
  /** A part that was found says which chapter it is of. */
  readonly isFound: boolean
  readonly isCurrent: boolean
  readonly onJump: (anchor: string) => void
}

function Entry({ section: { level, title, anchor, chapter }, isFound, isCurrent, onJump }: EntryProps): ReactNode {
  return (
    <button type="button" className={level === 2 ? 'manual-chapter' : 'manual-part'} aria-current={isCurrent ? 'true' : undefined} onClick={() => onJump(anchor)}>
      {title}
      {isFound && level === 3 ? <small>{chapter}</small> : null}
    </button>
  )
}
