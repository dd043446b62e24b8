import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { atDoor, id, name } from '../procedure.ts'
import { entered } from '../township/session.ts'
import { backupPiece } from '../township/system.ts'
import { faults } from '../vocabulary.ts'

export const townshipKinds = ['town', 'township', 'subdistrict'] as const
export const makingStages = ['inventing', 'keys', 'writing', 'computing', 'opening'] as const

const status = z.object({ state: z.enum(['empty', 'locked', 'open']) })

const newModule = z.object({
  code: z.string().regex(/^[a-z][a-z0-9]{0,19}$/, faults.moduleCode),
  name,
  alias: name.nullable(),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, faults.colour),
  office: name.nullable(),
})

const newTownship = z.object({
  township: z.object({ name, kind: z.enum(townshipKinds), county: name, reportingUnit: name }),
  year: z.int(faults.year).min(2000, faults.year).max(2099, faults.year),
  modules: z.array(newModule).min(3, faults.moduleCount).max(7, faults.moduleCount),
  administrator: z.object({ name, password: z.string() }),
})

const demoMade = z.object({
  kind: z.literal('done'),
  /** One-time passwords, shown once. */
  accounts: z.array(z.object({ name: z.string(), staffName: z.string(), roles: z.array(z.string()), password: z.string() })),
  recoveryKey: z.string(),
})

export const door = {
  status: atDoor([]).output(status),
  /** Makes a township in the empty place; whoever makes it is logged in with the role `setup`. */
  create: atDoor(['township'], 'making_already', 'not_empty', 'duplicate', 'password_weak')
    .input(newTownship)
    .output(z.object({ recoveryKey: z.string(), entered })),
  createDemo: atDoor(['township'], 'making_already', 'not_empty').output(
    eventIterator(z.discriminatedUnion('kind', [z.object({ kind: z.literal('progress'), stage: z.enum(makingStages) }), demoMade])),
  ),
  /** Hands in a piece of a backup; null begins. */
  sendBackup: atDoor([], 'not_empty', 'not_found').input(backupPiece).output(z.object({ transfer: id })),
  /** Brings a township back from a backup that was handed in, by its printed recovery key. */
  restore: atDoor(['township'], 'making_already', 'not_empty', 'wrong_key', 'backup_refused', 'newer_database')
    .input(z.object({ transfer: id, recoveryKey: z.string().min(1, faults.recoveryKey) }))
    .output(z.object({})),
}
