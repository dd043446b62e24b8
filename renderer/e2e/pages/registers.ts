import { expect, type Locator, type Page } from 'playwright/test'
import { Form } from './form.ts'
import { Sheet } from './sheet.ts'

/** 特色台账 of a module's tab: the registers on the left, the chosen one's rows on the right. */
export class Registers {
  readonly page: Page
  readonly sheet: Sheet

  constructor(page: Page) {
    this.page = page
    this.sheet = new Sheet(page)
  }

  /** Goes to the registers of a module and opens one by its name. */
  async open(module: string, register: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, `#/module/${module}/registers`)
    await this.page.getByRole('navigation', { name: '台账' }).getByRole('link', { name: register }).click()
    await expect(this.page.getByRole('navigation', { name: '台账' }).getByRole('link', { name: register })).toHaveAttribute('aria-current', 'page')
  }

  /** The field of a column, by its title. */
  async field(title: string): Promise<string> {
    const head = this.page.locator('.ag-header-cell').filter({ hasText: title }).first()
    await expect(head).toBeVisible()
    return (await head.getAttribute('col-id')) ?? ''
  }

  async cell(row: number, title: string): Promise<Locator> {
    return this.sheet.cell(row, await this.field(title))
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button, exact: typeof button === 'string' }).click()
  }

  /** Ticks rows of the list, from 0. */
  async tick(...rows: readonly number[]): Promise<void> {
    for (const row of rows) await this.page.locator(`.ag-row[row-index="${row}"] input[type=checkbox]`).check()
  }

  async newRow(register: string): Promise<Form> {
    await this.press('新增一行')
    return Form.titled(this.page, `新增一行 · ${register}`)
  }

  async define(register: string): Promise<Form> {
    await this.press('台账设置')
    return Form.titled(this.page, `台账设置 · ${register}`)
  }
}
