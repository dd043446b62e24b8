import type { Locator, Page } from 'playwright/test'

/** 报表 → 版式: the list of forms and one of them being changed. */
export class Layouts {
  readonly page: Page
  readonly preview: Locator
  readonly faults: Locator

  constructor(page: Page) {
    this.page = page
    this.preview = page.getByRole('region', { name: '预览' })
    this.faults = page.getByRole('alert').filter({ hasText: '改正后才能保存' })
  }

  async open(): Promise<this> {
    await this.page.getByRole('link', { name: '版式', exact: true }).click()
    await this.page.getByRole('columnheader', { name: '版式' }).waitFor()
    return this
  }

  async copy(book: string, name: string): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: book }).getByRole('button', { name: '复制' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('版式名称').fill(name)
    await dialog.getByRole('button', { name: '复制并打开' }).click()
    await this.page.getByRole('heading', { name: `${book} · ${name}` }).waitFor()
  }

  async sheet(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '工作表' }).getByRole('button', { name, exact: true }).click()
  }

  async rename(column: string, heading: string): Promise<void> {
    await this.page.getByLabel(`${column}的表头`, { exact: true }).fill(heading)
  }

  /** Gives the one column without a heading a heading. */
  async renameEmpty(heading: string): Promise<void> {
    await this.page.getByLabel('的表头', { exact: true }).fill(heading)
  }

  async show(column: string, isShown: boolean): Promise<void> {
    await this.page.getByLabel(`${column}的显示`, { exact: true }).setChecked(isShown)
  }

  /** Two places to the left by the keyboard, which stays in the heading. */
  async moveUpTwice(column: string): Promise<void> {
    await this.page.getByLabel(`${column}的表头`, { exact: true }).focus()
    await this.page.keyboard.press('Alt+ArrowUp')
    await this.page.keyboard.press('Alt+ArrowUp')
  }

  /** The headings of the columns that are shown, in their order. */
  async headings(): Promise<readonly string[]> {
    const inputs = this.page.locator('.layout-columns').first().locator('input[aria-label$="的表头"]')
    return inputs.evaluateAll((found) => found.map((input) => input.getAttribute('value') ?? ''))
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '保存', exact: true }).click()
  }

  async use(): Promise<void> {
    await this.page.getByRole('button', { name: '启用', exact: true }).click()
  }

  state(word: string): Locator {
    return this.page.locator('.ui-tag').filter({ hasText: word })
  }
}
