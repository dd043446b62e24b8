import { access, rename, stat } from 'node:fs/promises'
import path from 'node:path'

/** The file that would be replaced is open in another program. */
export class OpenElsewhere extends Error {
  override readonly name = 'OpenElsewhere'
}

/** What WPS, Excel and LibreOffice lay beside a workbook while it is open. */
function signsBeside(file: string): readonly string[] {
  const { dir, base } = path.parse(file)
  return [`~$${base}`, `.~${base}`, `.~lock.${base}#`].map((name) => path.join(dir, name))
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false)
}

/**
 * Linux replaces a file under the feet of the program that shows it, whose next 保存 then writes over the new one: there only the signs tell.
 * Windows refuses to replace it, and a sign may be left over from a program that crashed.
 */
async function isOpen(file: string): Promise<boolean> {
  if (process.platform === 'win32' || !(await isThere(file))) return false
  return (await Promise.all(signsBeside(file).map(isThere))).includes(true)
}

/** How Windows refuses to replace a file that is open. */
const refusedCodes: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** Puts a whole file in the place of another at a stroke. @throws OpenElsewhere, or what the system says; then the older file stands */
export async function putInPlace(whole: string, target: string): Promise<void> {
  if (await isOpen(target)) throw new OpenElsewhere()
  try {
    await rename(whole, target)
  } catch (error) {
    const isRefused = error instanceof Error && 'code' in error && refusedCodes.has(error.code)
    const isFile = await stat(target).then((found) => found.isFile(), () => false)
    throw isRefused && isFile ? new OpenElsewhere() : error
  }
}
