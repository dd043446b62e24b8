/** A text, and where it is a table the same as HTML, so that cells keep their kind. */
export interface Clip {
  readonly plain: string
  readonly html?: string
}

/**
 * Copies by the command of the page, within seconds of a key or a click; false when the browser refuses. The clipboard's own
 * interface would ask for a permission, which the window never has.
 */
export function putOnClipboard({ plain, html }: Clip): boolean {
  // Without a selection the command is there only for who says so.
  const enable = (event: Event) => event.preventDefault()
  const take = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData?.setData('text/plain', plain)
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('beforecopy', enable)
  document.addEventListener('copy', take, true)
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('beforecopy', enable)
    document.removeEventListener('copy', take, true)
  }
}
