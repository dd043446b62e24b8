import type { ImportKind } from '../../shared/domain/reports/imports/types.ts'

export type ImportPart = ImportKind | 'log'

/** Where the window remembers what is being imported, and into which register: a register's own screen leads here. */
export const importPart = 'import-part'
export const importRegister = 'import-register'
