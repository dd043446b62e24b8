import { kindFacts, kindOfName, type AttachmentKind } from '../../../../shared/domain/township/attachments/kinds.ts'
import { fittedSize } from './fitted-size.ts'

/** Bytes of a picture that may still be shrunk: larger than any camera of a telephone makes. */
export const largestPicture = 80 * 1024 * 1024

/** Whether a file is shrunk before it is sent. */
export function isPicture(name: string): boolean {
  const kind = kindOfName(name)
  return kind !== null && kindFacts[kind].preview === 'image'
}

/**
 * A picture as it is kept: upright, at most 1920 px, drawn anew and so without place, time and device of the camera. A
 * screenshot stays PNG where that is the smaller one. A file that shows no picture is given back as it is: the host says why.
 */
export async function shrinkImage(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return file
  try {
    const drawn = draw(bitmap)
    const kinds: readonly AttachmentKind[] = kindOfName(file.name) === 'png' ? ['png', 'jpg'] : kindOfName(file.name) === 'webp' ? ['webp'] : ['jpg']
    const made = await Promise.all(kinds.map(async (kind) => ({ kind, blob: await encoded(drawn, kind) })))
    const [smallest] = made.toSorted((one, other) => one.blob.size - other.blob.size)
    if (smallest === undefined) return file
    return new File([smallest.blob], named(file.name, smallest.kind), { type: smallest.blob.type })
  } finally {
    bitmap.close()
  }
}

const quality = 0.85

function draw(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, fittedSize(bitmap.width, bitmap.height))
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  // What is transparent is seen on white, as on the screen.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

function encoded(canvas: HTMLCanvasElement, kind: AttachmentKind): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('not encoded')) : resolve(blob)), kindFacts[kind].mime, quality)
  })
}

/** The name with the ending of the kind that it has become. */
function named(name: string, kind: AttachmentKind): string {
  return kindOfName(name) === kind ? name : `${name.replace(/\.[^.]+$/, '')}.${kindFacts[kind].endings[0]}`
}
