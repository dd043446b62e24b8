import { glanceAtFile } from '../gate/inspect-file.ts'
import { GateRefusal } from '../gate/refusal.ts'
import type { FileUse } from '../gate/vocabulary.ts'
import type { ReadLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'

/** The cheap first look as an outcome: null when the file is worth a process of its own. */
export async function glance(path: string, limits: ReadLimits, use: FileUse = 'import'): Promise<FileRefusal | null> {
  try {
    await glanceAtFile(path, limits.gate)
    return null
  } catch (error) {
    return fileRefusal(error instanceof GateRefusal ? error.code : 'unreadable', use)
  }
}
