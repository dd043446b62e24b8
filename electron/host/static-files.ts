import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../../shared/contract/page-policy.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.json': 'application/json',
}

/** Sends a file of the built window; `false` when there is none of that name inside the folder. */
export async function sendStaticFile(root: string, urlPath: string, response: ServerResponse): Promise<boolean> {
  const file = fileWithin(root, urlPath === '/' ? '/index.html' : urlPath)
  const contentType = file === null ? undefined : contentTypes[path.extname(file)]
  if (file === null || contentType === undefined) return false
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return false
  const isPage = file.endsWith('.html')
  response.writeHead(200, { ...securityHeaders, 'content-type': contentType, 'cache-control': isPage ? 'no-store' : 'private, max-age=31536000, immutable' }).end(bytes)
  return true
}

/** The file a URL path names inside a folder; null for one outside, or a path that is no text. */
export function fileWithin(root: string, urlPath: string): string | null {
  try {
    const decoded = decodeURIComponent(urlPath)
    if (decoded.includes('\0') || decoded.includes('\\')) return null
    const file = path.join(root, decoded)
    return file.startsWith(root + path.sep) ? file : null
  } catch {
    // A broken percent sign: no path at all.
    return null
  }
}
