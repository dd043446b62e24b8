import { expect, type Locator, type Page } from 'playwright/test'
import { Form } from './form.ts'
import type { Window } from './window.ts'

export interface NewIssue {
  readonly title: string
  readonly village: string
}

/** 民情事项: the list of a module or of the workbench, and the sheet of one. */
export class IssueList {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The section of a module that keeps them. */
  static async of(window: Window, module: string): Promise<IssueList> {
    await window.open(module)
    await window.page.getByRole('link', { name: '民情事项', exact: true }).click()
    return new IssueList(window.page)
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog', { name: /^民情 MQ/ })
  }

  async record({ title, village }: NewIssue): Promise<void> {
    await this.page.getByRole('button', { name: '登记民情' }).click()
    const form = Form.titled(this.page, '登记民情')
    await form.fill({ 事项: title })
    await form.pick('村社', village)
    await form.press('保存')
    await expect(this.page.getByText(/已登记 MQ\d+/)).toBeVisible()
  }

  /** Those that wait for the reader, over the workbench. */
  async openWaiting(): Promise<void> {
    await this.page.getByRole('region', { name: '民情待我办理' }).getByRole('button', { name: '全部' }).click()
  }

  /** Opens one by its title. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /^搜索事项、反映人/ }).fill(title)
    await expect(this.page.locator('.sheet-status').last()).toContainText('筛选出 1 行')
    const row = this.page.locator('.ag-row').filter({ hasText: title }).first()
    await row.hover()
    const number = await row.getAttribute('row-index')
    await this.page.locator(`.ag-row[row-index="${number ?? ''}"]`).getByRole('button', { name: '打开' }).click()
    await expect(this.sheet).toContainText(title)
  }

  /** Takes a step with what it asks for; `state` is where the issue stands then. */
  async take(button: string, state: string, fill: (form: Form) => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.sheet.getByRole('button', { name: button, exact: true }).click()
    const done = this.page.getByText(`现为“${state}”`).first()
    const form = Form.titled(this.page, button)
    await expect(done.or(form.root).first()).toBeVisible()
    if (await form.root.isVisible()) {
      await fill(form)
      await form.press(button)
    }
    await expect(done).toBeVisible()
    await expect(this.sheet).toContainText(state)
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.sheet).toBeHidden()
  }
}
