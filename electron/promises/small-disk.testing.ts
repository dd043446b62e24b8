import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A disk of its own, in memory, that can be filled and made read-only. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all but so many kilobytes. */
  readonly fillBut: (kilobytes: number) => void
  readonly free: () => void
  readonly setReadOnly: (isReadOnly: boolean) => void
  readonly dispose: () => void
}

/** Mounts a disk of so many megabytes, over a folder that is there or over a new one. What is open for writing keeps it from being made read-only. */
export function smallDisk(megabytes: number, over: string | null = null): SmallDisk {
  const folder = over ?? mkdtempSync(path.join(tmpdir(), 'small-disk-'))
  const filler = path.join(folder, 'filler')
  const mount = (...args: readonly string[]) => execFileSync('mount', [...args])
  mount('-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'none', folder)
  return {
    folder,
    fillBut(kilobytes) {
      rmSync(filler, { force: true })
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)))
    },
    free: () => rmSync(filler, { force: true }),
    setReadOnly: (isReadOnly) => void mount('-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder),
    dispose() {
      if (!existsSync(folder)) return
      execFileSync('umount', ['--lazy', folder])
      if (over === null) rmSync(folder, { recursive: true })
    },
  }
}
