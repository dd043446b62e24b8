/**
 * `npm run package`: builds the program and packs it for this system, or for those named (`--win`, `--linux`, `--mac`, `--x64`, `--arm64`).
 * `--dir` packs a folder without an installer; `--out <folder>` says where to; `--stand-in` packs into a folder shaped like Electron's
 * distribution, which is also taken for a folder of Linux where Electron is not to be had.
 */
import { Arch, build, Platform } from 'electron-builder'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { appRoot } from '../electron/app-root.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { packaging } from './electron-builder.config.ts'
import { requireElectron } from './electron-program.ts'
import { makeDistribution } from './electron-stand-in/distribution.ts'
import { packageWords } from './vocabulary.ts'

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { dir: flag, win: flag, linux: flag, mac: flag, x64: flag, arm64: flag, 'stand-in': flag, out: { type: 'string', default: path.join(appRoot, 'dist') } } })

const named = [...(values.win ? [Platform.WINDOWS] : []), ...(values.linux ? [Platform.LINUX] : []), ...(values.mac ? [Platform.MAC] : [])]
const platforms = named.length > 0 ? named : [Platform.current()]
const archs = [...(values.x64 ? [Arch.x64] : []), ...(values.arm64 ? [Arch.arm64] : [])]
const scratch = mkdtempSync(path.join(tmpdir(), 'township-package-'))

try {
  buildIfNeeded(() => say(packageWords.building))
  const distribution = standInDistribution()
  if (distribution !== null) say(packageWords.standIn)
  // Without any named, the architectures of the configuration for installers, and that of this machine for a folder.
  const targets = new Map(platforms.map((platform) => [platform, new Map((archs.length > 0 || !values.dir ? archs : [ownArch()]).map((arch) => [arch, values.dir ? ['dir'] : []]))]))
  await build({ targets, projectDir: appRoot, config: { ...packaging, directories: { ...packaging.directories, output: path.resolve(values.out) }, ...(distribution === null ? {} : { electronDist: distribution }) } })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Only a folder for Linux can be packed without Electron; an installer of nothing would deceive. */
function standInDistribution(): string | null {
  const isFolderOfLinux = values.dir && platforms.every((platform) => platform === Platform.LINUX)
  if (!isFolderOfLinux || (!values['stand-in'] && requireElectron() !== null)) return null
  const folder = path.join(scratch, 'electron')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(appRoot, 'node_modules', 'electron', 'package.json'), 'utf8')))
  makeDistribution(folder, version)
  return folder
}

function ownArch(): Arch {
  return process.arch === 'arm64' ? Arch.arm64 : Arch.x64
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
