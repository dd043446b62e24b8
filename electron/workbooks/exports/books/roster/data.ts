import type { ExportMeta } from '../../export-meta.ts'

export interface RosterPerson {
  readonly name: string
  readonly sex: string
  /** 身份证号, whole, or masked by the caller; always text. */
  readonly idNumber: string
  /** `YYYY-MM` */
  readonly birthMonth: string | null
  readonly politicalStatus: string
  readonly identityLabel: string
  readonly sendingUnit: string
  /** The main module's name as its tab shows it. */
  readonly moduleName: string
  readonly postName: string
  readonly rankTitle: string
  /** 参加工作时间, as text. */
  readonly workSince: string | null
  readonly phone: string
  readonly remark: string | null
}

export interface RosterBookData {
  readonly meta: ExportMeta
  readonly people: readonly RosterPerson[]
}
