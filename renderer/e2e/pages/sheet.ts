import { expect, type Locator, type Page } from 'playwright/test'
import { deskOf } from './desk.ts'

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

  /** Searches a list whose box says 查找. */
  async search(text: string): Promise<void> {
    await this.root.getByRole('textbox', { name: /^查找/ }).fill(text)
  }

  async filter(text: string): Promise<void> {
    await this.root.getByRole('textbox', { name: /^搜索/ }).fill(text)
  }

  /** Puts a table on the clipboard and pastes it at a cell, as from WPS. */
  async paste(row: number, field: string, table: readonly (readonly string[])[]): Promise<void> {
    await this.cell(row, field).click()
    await deskOf(this.page).copy(table.map((cells) => cells.join('\t')).join('\r\n'))
    await this.page.keyboard.press('Control+v')
  }

  /** How many rows there are. */
  async count(): Promise<number> {
    await expect(this.status).toContainText(/共 \d+ 行/)
    return Number(/共 (\d+) 行/.exec(await this.status.innerText())?.[1])
  }

  /** Everything, as it would be pasted into WPS. */
  async copyAll(): Promise<readonly (readonly string[])[]> {
    await this.root.locator('.ag-row[row-index="0"] .ag-cell').nth(1).click()
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.press('Control+c')
    await expect(this.status).toContainText('已复制')
    const text = await deskOf(this.page).copied()
    return text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'))
  }

  /** The place of a column among those that are copied. */
  async column(field: string): Promise<number> {
    const place = async (of: Locator) => Number(await of.getAttribute('aria-colindex'))
    const numbers = this.root.locator('.ag-header-cell').first()
    return (await place(this.root.locator(`.ag-header-cell[col-id="${field}"]`))) - (await place(numbers)) - 1
  }

  /** Types over a cell: it says in one sentence why not, and after Esc stands as before. */
  async refuses(row: number, field: string, text: string, sentence: string): Promise<void> {
    const { cell, before } = await this.typeOver(row, field, text)
    await expect(this.page.getByRole('alert').filter({ hasText: sentence })).toHaveText(sentence)
    await expect(this.page.locator(':focus')).toHaveAttribute('aria-invalid', 'true')
    await this.page.keyboard.press('Escape')
    await expect(cell).toHaveText(before)
  }

  /** Types over a cell, which only the data's side can refuse: it says why not below the rows, and what was there stays. */
  async refusesBelow(row: number, field: string, text: string, sentence: string): Promise<void> {
    const { cell, before } = await this.typeOver(row, field, text)
    const refusals = this.page.getByRole('region', { name: /1 格未通过检查/ })
    await expect(refusals.getByRole('row').nth(1)).toContainText(sentence)
    await refusals.getByRole('button', { name: '放弃' }).click()
    await expect(cell).toHaveText(before)
  }

  /** Types over a cell. */
  async type(row: number, field: string, text: string): Promise<void> {
    await this.typeOver(row, field, text)
  }

  private async typeOver(row: number, field: string, text: string): Promise<{ readonly cell: Locator; readonly before: string }> {
    const cell = this.cell(row, field)
    // A row stands before its cells are loaded.
    await expect(this.root.locator(`.ag-row[row-index="${row}"] .ag-cell:not(.sheet-number-cell)`).filter({ hasText: /\S/ }).first()).toBeVisible()
    const before = await cell.innerText()
    await cell.click()
    await this.page.keyboard.type(text.slice(0, 1))
    await this.page.keyboard.insertText(text.slice(1))
    await this.page.keyboard.press('Enter')
    return { cell, before }
  }
}
