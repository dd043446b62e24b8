import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { securityHeaders } from '../../shared/contract/page-policy.ts'
import { isOwnAddress, pageScheme } from './origin.ts'

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.pfb', 'application/octet-stream'],
  ['.bcmap', 'application/octet-stream'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain; charset=utf-8'],
])

/** Makes `app://` an origin of its own with all guards of `https://`. To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built page, and nothing outside its folder, to the session. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, (request) => answer(folder, request.method, request.url))
}

/** Answers one request for `app://main/<file>`; a type we do not ship is not served. */
async function answer(folder: string, method: string, address: string): Promise<Response> {
  if (!isOwnAddress(address)) return refusal(403)
  if (method !== 'GET' && method !== 'HEAD') return refusal(405)
  const file = fileOf(folder, new URL(address).pathname)
  const contentType = file === null ? undefined : contentTypes.get(path.extname(file).toLowerCase())
  if (file === null || contentType === undefined) return refusal(404)
  try {
    const body = new Uint8Array(await readFile(file))
    return new Response(method === 'HEAD' ? null : body, { headers: { ...securityHeaders, 'content-type': contentType, 'content-length': String(body.byteLength), 'cache-control': 'no-cache' } })
  } catch {
    return refusal(404)
  }
}

/** The file below `folder` that a path means; null for one that would lead out of it or names no file anywhere. */
function fileOf(folder: string, pathname: string): string | null {
  const decoded = decode(pathname)
  if (decoded === null || /[\\:\0]/.test(decoded)) return null
  const file = path.join(folder, decoded === '/' ? 'index.html' : decoded)
  const inside = path.relative(folder, file)
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders })
}
