/** What Windows refuses in the name of a file, control characters among it. */
export const forbiddenInFile = /[\\/:*?"<>|\u0000-\u001f]/

const everyForbidden = new RegExp(forbiddenInFile, 'g')

/** A name without its ending that every file system takes: without forbidden characters and white space, one `_` for several, and none at its ends, where a dot would hide it or be dropped. */
export function fileStem(name: string): string {
  return name.replace(everyForbidden, '').replace(/\s/g, '').replace(/_{2,}/g, '_').replace(/_+\./g, '.').replace(/^[._]+|[._]+$/g, '')
}

/** The parts of a name that there are, put together. */
export function fileStemOf(parts: readonly (string | null)[]): string {
  return fileStem(parts.filter((part) => part !== null && part !== '').join('_'))
}
