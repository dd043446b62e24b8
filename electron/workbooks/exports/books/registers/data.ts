import type { RegisterColumnType } from '../../../../../shared/domain/registers/codes.ts'
import type { ExportMeta } from '../../export-meta.ts'

export interface RegisterColumnData {
  /** Told apart by it within the register. */
  readonly key: string
  readonly title: string
  readonly unit: string | null
  readonly type: RegisterColumnType
  readonly total: boolean
}

/** A register as it is printed; each row has one text a column, a number as digits and a day `YYYY-MM-DD`, empty where there is nothing. */
export interface PrintedRegister {
  readonly key: string
  readonly name: string
  /** The module's name, or 三库. */
  readonly place: string
  /** Which of its rows: those of a period, all, or what was filtered for. */
  readonly scope: string
  readonly columns: readonly RegisterColumnData[]
  readonly rows: readonly (readonly string[])[]
}

export interface RegistersBookData {
  readonly meta: ExportMeta
  readonly registers: readonly PrintedRegister[]
}
