/** The manual of `resources/help`, as it is bundled into the window. */
import manual from '../../../../resources/help/manual.md?raw'

const pictureFiles = import.meta.glob<string>('../../../../resources/help/pictures/*.png', { query: '?url', import: 'default', eager: true })

export const manualText: string = manual

/** Where a picture lies that the manual names as `pictures/login.png`; null for one that is not there. */
export function pictureAddress(source: string): string | null {
  return pictureFiles[`../../../../resources/help/${source}`] ?? null
}

/** `三、登录与锁定` → `三登录与锁定`: the anchor of a heading, as every reader of Markdown makes it. */
export function anchorOf(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\- _]/gu, '').replaceAll(' ', '-')
}

/** A heading with what stands below it up to the next one. */
export interface ManualSection {
  /** 2 is a chapter, 3 a part of one. */
  readonly level: 2 | 3
  readonly title: string
  readonly anchor: string
  /** The title of its chapter. */
  readonly chapter: string
  readonly body: string
}

/** Chapters and their parts, in order. */
export function sectionsOf(text: string): readonly ManualSection[] {
  const sections: ManualSection[] = []
  for (const piece of text.split(/^(?=#{2,3} )/m)) {
    const [head = '', ...rest] = piece.split('\n')
    const [, hashes = '', title = ''] = /^(#{2,3}) (.+)$/.exec(head) ?? []
    if (title === '') continue
    const level = hashes.length === 2 ? 2 : 3
    const chapter = level === 2 ? title : (sections.findLast((section) => section.level === 2)?.title ?? title)
    sections.push({ level, title, anchor: anchorOf(title), chapter, body: rest.join('\n') })
  }
  return sections
}

/** The sections that hold a word, in the title or below it; all of them for an empty word. */
export function sectionsWith(sections: readonly ManualSection[], word: string): readonly ManualSection[] {
  const sought = word.trim().toLowerCase()
  return sought === '' ? sections : sections.filter(({ title, body }) => `${title}\n${body}`.toLowerCase().includes(sought))
}
