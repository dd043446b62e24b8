import type { BinaryFile } from './binary.ts'

/** Bytes of one piece of a file that is handed over piece by piece. */
export const pieceBytes = 4 * 1024 * 1024

/** A large file that the host hands out. */
export interface OfferedFile {
  readonly transfer: string
  readonly fileName: string
  readonly size: number
}

export interface Handing {
  readonly onProgress?: (done: number, of: number) => void
  /** Stops it between two pieces. */
  readonly signal?: { readonly throwIfAborted: () => void }
}

/** Takes an offered file piece by piece: the next is asked for when the last one has been written. */
export async function takePieces({ transfer, size }: OfferedFile, read: (wanted: { transfer: string; at: number }) => Promise<{ readonly piece: BinaryFile }>, write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>, { onProgress, signal }: Handing = {}): Promise<void> {
  for (let at = 0; at < size; ) {
    signal?.throwIfAborted()
    const { piece } = await read({ transfer, at })
    if (piece.size === 0) throw new Error('the file ended before it was done')
    await write(new Uint8Array(await piece.arrayBuffer()))
    at += piece.size
    onProgress?.(at, size)
  }
}

/** A file of which a part can be had without reading the whole. */
export interface SlicedFile {
  readonly size: number
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> }
}

/** Hands a file in piece by piece. Gives the id under which the host holds it; an empty file is one piece of nothing. */
export async function handPieces<Piece>(
  file: SlicedFile,
  pieceOf: (bytes: Uint8Array<ArrayBuffer>) => Piece,
  send: (part: { transfer: string | null; at: number; piece: Piece }) => Promise<{ readonly transfer: string }>,
  { onProgress, signal }: Handing = {},
): Promise<string> {
  let transfer: string | null = null
  let at = 0
  do {
    signal?.throwIfAborted()
    const end = Math.min(at + pieceBytes, file.size)
    const sent: { readonly transfer: string } = await send({ transfer, at, piece: pieceOf(new Uint8Array(await file.slice(at, end).arrayBuffer())) })
    transfer = sent.transfer
    at = end
    onProgress?.(at, file.size)
  } while (at < file.size)
  return transfer
}
