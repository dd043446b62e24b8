import type { Identity, Sex } from '../../people/codes.ts'

/** A person as the database has him today; `module` is the code of the main module, `modules` those of all that have a say about him, `post` its post's name, `maskedIdNo` null when no ID number is kept. */
export interface KnownStaff {
  readonly id: string
  readonly staffNo: string
  readonly name: string
  readonly maskedIdNo: string | null
  readonly sex: Sex | null
  readonly birth: string | null
  readonly political: string | null
  readonly identity: Identity
  readonly sendingUnit: string | null
  readonly module: string | null
  readonly moduleName: string | null
  readonly modules: readonly string[]
  readonly post: string | null
  readonly rankTitle: string | null
  readonly phone: string | null
  readonly workStart: string | null
  readonly remark: string | null
}

/** What matching asks of the database. Names come normalised (`normalizeName`); `moduleCode` is any module of theirs; null asks for people without one. */
export interface StaffDirectory {
  byIdNo(idNo: string): readonly KnownStaff[]
  byStaffNo(staffNo: string): readonly KnownStaff[]
  byName(name: string): readonly KnownStaff[]
  byNameAndModule(name: string, moduleCode: string | null): readonly KnownStaff[]
}

/** A task as the database has it today; hosts and co-hosts are ids of people in order. */
export interface KnownTask {
  readonly id: string
  readonly docNo: string | null
  readonly title: string
  readonly module: string
  readonly moduleName: string
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
  readonly cohosts: readonly { readonly id: string; readonly name: string }[]
  readonly weight: number
  readonly issuedOn: string | null
  readonly due: string
}

/** `byName` gives everyone of that name, those who have left too, with the module that tells them apart. */
export interface TaskDirectory {
  byDocNo(docNo: string): readonly KnownTask[]
  byTitle(title: string, moduleCode: string): readonly KnownTask[]
  byName(name: string): readonly { readonly id: string; readonly name: string; readonly module: string | null }[]
}
