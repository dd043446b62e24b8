import { normalizeName } from '../../people/person-name.ts'

/** `李明(大服务)`: a name with the module that tells namesakes apart. */
export function nameAndModule(text: string): { readonly name: string; readonly module: string | null } {
  const parts = /^(.+?)[(（](.+?)[)）]$/u.exec(text)
  return { name: normalizeName(parts?.[1] ?? text), module: parts?.[2] ?? null }
}
