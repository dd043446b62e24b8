import type { CatalogueField } from '../../../../shared/domain/reports/templates/template.ts'

export const registerWords = { seq: { key: 'seq', heading: '序号', group: null } satisfies CatalogueField } as const
