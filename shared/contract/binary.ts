import { z } from 'zod'
import { faults } from './vocabulary.ts'

/** A file in flight: what `File` is in browsers and in Node, without naming either. */
export interface BinaryFile {
  readonly name: string
  readonly size: number
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

function isBinaryFile(value: unknown): value is BinaryFile {
  return (
    typeof value === 'object' && value !== null &&
    'name' in value && typeof value.name === 'string' &&
    'size' in value && typeof value.size === 'number' &&
    'arrayBuffer' in value && typeof value.arrayBuffer === 'function'
  )
}

export const binaryFile = z.custom<BinaryFile>(isBinaryFile, faults.file)
