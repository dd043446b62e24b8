import { expect, type Locator, type Page } from 'playwright/test'

/** The attachments of the record whose sheet is open. */
export class Attachments {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('region', { name: '附件' })
  }

  get names(): Locator {
    return this.root.getByRole('list', { name: '附件列表' }).getByRole('button', { name: /^预览 / })
  }

  /** Chooses files in the dialog of the button. */
  async add(...files: readonly (string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer })[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.root.getByRole('button', { name: '添加附件' }).click()
    const given = await chooser
    const paths = files.flatMap((file) => (typeof file === 'string' ? [file] : []))
    await given.setFiles(paths.length === files.length ? paths : files.flatMap((file) => (typeof file === 'string' ? [] : [file])))
  }

  /** A picture on the clipboard, pasted as the keys would. */
  async paste(png: Buffer): Promise<void> {
    await this.page.evaluate((base64) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
    }, png.toString('base64'))
  }

  async preview(name: string): Promise<Locator> {
    await this.root.getByRole('button', { name: `预览 ${name}`, exact: true }).click()
    const shown = this.page.getByRole('dialog', { name, exact: true })
    await expect(shown).toBeVisible()
    return shown
  }

  async closePreview(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.page.locator('.preview')).toHaveCount(0)
  }

  async remove(name: string): Promise<void> {
    await this.root.getByRole('button', { name: `移除 ${name}`, exact: true }).click()
    await expect(this.page.getByText(`已移除“${name}”`)).toBeVisible()
  }
}

/** Whether anything is drawn on the canvas of a page. */
export async function isDrawn(page: Locator): Promise<boolean> {
  await expect(page).toHaveAttribute('data-drawn', 'true')
  return page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return false
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    return pixels?.some((value, place) => place % 4 !== 3 && value < 128) ?? false
  })
}
