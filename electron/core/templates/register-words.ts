import type { CatalogueField } from '../../../shared/domain/books/template.ts'

export const registerWords = { seq: { key: 'seq', heading: '序号', group: null } satisfies CatalogueField } as const
