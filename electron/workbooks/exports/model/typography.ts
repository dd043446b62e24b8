import type { Typeface } from '../../../../shared/domain/papers/pages.ts'
import type { CellRole } from './model.ts'

/** The fonts of official documents, by name: they are never embedded. */
export const fontNames: Readonly<Record<Typeface, string>> = { title: '方正小标宋简体', heading: '黑体', text: '仿宋_GB2312' }

export interface RoleType {
  readonly face: Typeface
  readonly points: number
  readonly boxed: boolean
}

const plain: RoleType = { face: 'text', points: 12, boxed: false }
const boxed: RoleType = { ...plain, boxed: true }

export const roleTypes: Readonly<Record<CellRole, RoleType>> = {
  title: { face: 'title', points: 20, boxed: false },
  unitLine: plain,
  caption: { ...plain, face: 'heading' },
  header: { ...boxed, face: 'heading' },
  body: boxed,
  total: boxed,
  signer: plain,
  note: plain,
  heading: { ...boxed, face: 'heading' },
  paragraph: boxed,
}
