import type { WebContents, WebFrameMain } from 'electron'

export const pageScheme = 'app'
const pageHost = 'main'

/** Where the one page of the program stands. */
export const pageAddress = `${pageScheme}://${pageHost}/index.html`

/**
 * Whether an address is of our own scheme and host. `new URL('app://main').origin` is "null" in Node, so the parts are compared.
 */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === ''
}

/** Whether an address is the page itself, wherever in it: a reload, never another file of ours. */
export function isOwnPage(address: string): boolean {
  if (!isOwnAddress(address)) return false
  const { pathname, search } = new URL(address)
  return (pathname === '/index.html' || pathname === '/') && search === ''
}

/** Whether a message comes from the page itself: the main frame of its own window, not yet navigated away. */
export function isOwnFrame(frame: WebFrameMain | null, contents: WebContents): frame is WebFrameMain {
  return frame !== null && frame === contents.mainFrame && frame.parent === null && isOwnPage(frame.url)
}
