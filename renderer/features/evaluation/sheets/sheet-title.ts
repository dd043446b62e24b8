import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { sheetKindNames } from '../cycle-vocabulary.ts'

/** 大治理模块长评价 */
export function sheetTitle({ kind, moduleName }: { readonly kind: SheetKind; readonly moduleName: string | null }): string {
  return `${moduleName ?? ''}${sheetKindNames[kind]}`
}
