import type { Locator, Page } from 'playwright/test'

/** A grid, by its label. */
export class Sheet {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('main')
  }

  /** A cell by its row in the list (from 0) and its field. */
  cell(row: number, field: string): Locator {
    return this.root.locator(`.ag-row[row-index="${row}"] [col-id="${field}"]`)
  }

  /** The line below the rows: how many there are, what is selected, what was saved. */
  get status(): Locator {
    return this.root.locator('.sheet-status')
  }

  async filter(text: string): Promise<void> {
    await this.root.getByRole('textbox', { name: /^搜索/ }).fill(text)
  }

  /** Puts a table on the clipboard and pastes it at a cell, as from WPS. */
  async paste(row: number, field: string, table: readonly (readonly string[])[]): Promise<void> {
    await this.cell(row, field).click()
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), table.map((cells) => cells.join('\t')).join('\r\n'))
    await this.page.keyboard.press('Control+v')
  }
}
