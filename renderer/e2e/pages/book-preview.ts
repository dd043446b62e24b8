import type { Locator, Page } from 'playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Radicals that share a glyph with a character, and have no decomposition to it. */
const radicals = '戶⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻧⻨⻩⻬⻮⻰'
const characters = '户民西见角贝车长门青页风飞食马鱼鸟卤麦黄齐齿龙'

/** Without what stands between words: a PDF knows only where they are, and of a character only its glyph. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/[戶⺀-⻿]/g, (radical) => characters[radicals.indexOf(radical)] ?? radical)
}

/** 预览与打印, over the whole window. */
export class BookPreview {
  readonly page: Page
  readonly sheet: Locator

  constructor(page: Page, book: string) {
    this.page = page
    this.sheet = page.getByRole('dialog', { name: `预览与打印：${book}` })
  }

  /** Keeps the print dialog of the browser away, which would hold the pages; before the window is opened. */
  static async withoutDialog(page: Page): Promise<void> {
    await page.addInitScript('window.print = () => undefined')
  }

  /** Opens a paper by the button that prints it, and what the button offers. */
  async openBy(button: string, choice?: string): Promise<this> {
    await this.page.getByRole('button', { name: button }).click()
    if (choice !== undefined) await this.page.getByRole('menuitem', { name: choice }).click()
    await this.sheet.locator('.book-page').first().waitFor()
    return this
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.sheet.waitFor({ state: 'hidden' })
  }

  async open(): Promise<this> {
    await this.page.getByRole('button', { name: '预览与打印' }).click()
    await this.sheet.locator('.book-page').first().waitFor()
    return this
  }

  async choose(sheet: string): Promise<void> {
    await this.sheet.getByRole('combobox', { name: '表', exact: true }).click()
    await this.page.locator('.ant-select-item-option').filter({ hasText: sheet }).click()
    await this.sheet.locator('.book-page').first().waitFor()
  }

  /** Sends the sheet to the printer: what stands on each page of a PDF, and on each page as the preview has drawn it. */
  async print(): Promise<{ readonly pdf: readonly string[]; readonly drawn: readonly string[]; readonly sizes: readonly string[] }> {
    await this.sheet.getByRole('button', { name: '打印', exact: true }).click()
    const printed = this.page.locator('.print-sheet .book-page')
    await printed.first().waitFor({ state: 'attached' })
    const drawn = await printed.evaluateAll((pages) => pages.map((page) => page.textContent))
    const { numPages, getPage } = await documentOf(await this.page.pdf({ preferCSSPageSize: true, printBackground: true }))
    const pages = await Promise.all(Array.from({ length: numPages }, (_, at) => getPage(at + 1)))
    return { drawn: drawn.map(squeeze), pdf: pages.map(({ text }) => squeeze(text)), sizes: pages.map(({ size }) => size) }
  }
}

async function documentOf(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  return {
    numPages: document.numPages,
    async getPage(number: number) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const [, , width = 0, height = 0] = page.view
      return { text: items.map((item) => ('str' in item ? item.str : '')).join(''), size: `${String(Math.round(width))}×${String(Math.round(height))}` }
    },
  }
}
