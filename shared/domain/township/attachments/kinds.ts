/** Kinds of file that may be attached. No old binary formats of Office and no macros: they bring programs along; no archives: nobody sees what is in them. */
export const attachmentKinds = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'ofd', 'txt', 'csv'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** How a kind can be looked at inside the application; `none` can only be saved elsewhere. */
export type Preview = 'image' | 'pdf' | 'text' | 'none'

interface KindFacts {
  readonly mime: string
  /** Endings of a name, in lower case and without a dot; the first is the usual one. */
  readonly endings: readonly [string, ...string[]]
  readonly preview: Preview
}

export const kindFacts: Readonly<Record<AttachmentKind, KindFacts>> = {
  jpg: { mime: 'image/jpeg', endings: ['jpg', 'jpeg'], preview: 'image' },
  png: { mime: 'image/png', endings: ['png'], preview: 'image' },
  webp: { mime: 'image/webp', endings: ['webp'], preview: 'image' },
  pdf: { mime: 'application/pdf', endings: ['pdf'], preview: 'pdf' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'], preview: 'none' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'], preview: 'none' },
  ofd: { mime: 'application/ofd', endings: ['ofd'], preview: 'none' },
  txt: { mime: 'text/plain', endings: ['txt'], preview: 'text' },
  csv: { mime: 'text/csv', endings: ['csv'], preview: 'text' },
}

/** The kind that a name's ending claims; null for one that may not be attached. */
export function kindOfName(name: string): AttachmentKind | null {
  const ending = endingOf(name)
  return attachmentKinds.find((kind) => kindFacts[kind].endings.includes(ending)) ?? null
}

/** The kind of a stored media type; null for one that is none of ours. */
export function kindOfMime(mime: string): AttachmentKind | null {
  return attachmentKinds.find((kind) => kindFacts[kind].mime === mime) ?? null
}

/** What follows the last dot, in lower case; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([^.\s]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}
