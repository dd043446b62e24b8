/**
 * Draws the program's icons from the two SVGs of `resources/icons`, with ImageMagick: `node build/icons.ts`.
 * The results are kept in the repository, for they change as seldom as the drawing.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { appRoot } from '../electron/app-root.ts'

const folder = path.join(appRoot, 'resources', 'icons')
const smallSizes = [16, 24, 32, 48]
const largeSizes = [64, 128, 256, 512, 1024]

/** Apple's names for the pictures of an icon file, by their size in pixels. */
const appleTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
] as const

for (const size of smallSizes) draw('icon-small.svg', 32, size)
for (const size of largeSizes) draw('icon.svg', 512, size)
magick(...[...smallSizes, 64, 128, 256].map(pictureOf), path.join(folder, 'icon.ico'))
writeFileSync(path.join(folder, 'icon.icns'), appleIcon())

function draw(drawing: string, drawnSize: number, size: number): void {
  // 96 dpi draws an SVG in its own size.
  const density = String((96 * size) / drawnSize)
  magick('-background', 'none', '-density', density, path.join(folder, drawing), '-resize', `${size}x${size}`, '-strip', `PNG32:${pictureOf(size)}`)
}

function pictureOf(size: number): string {
  return path.join(folder, `${size}.png`)
}

/** Chunks of type, length and PNG, after a head of the same shape. */
function appleIcon(): Buffer {
  const chunks = appleTypes.map(([type, size]) => chunk(type, readFileSync(pictureOf(size))))
  return chunk('icns', Buffer.concat(chunks))
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(data.length + head.length, 4)
  return Buffer.concat([head, data])
}

function magick(...args: readonly string[]): void {
  execFileSync('magick', [...args], { stdio: 'inherit' })
}
