import { expect, type Locator, type Page } from 'playwright/test'
import { Form } from './form.ts'
import type { Window } from './window.ts'

export interface NewTask {
  readonly title: string
  /** Who does it; found by typing. */
  readonly host: string
  readonly due: string
}

/** The tasks of a module, and the sheet of one. */
export class TaskLedger {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async of(window: Window, module: string): Promise<TaskLedger> {
    await window.open(module)
    await window.page.getByRole('link', { name: '任务', exact: true }).click()
    return new TaskLedger(window.page)
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog').first()
  }

  /** Writes a task and asks for its issue. */
  async propose({ title, host, due }: NewTask): Promise<void> {
    await this.page.getByRole('button', { name: '新建任务' }).click()
    await this.sheet.getByLabel('事项').fill(title)
    const hosts = this.sheet.getByLabel('主办', { exact: true })
    if (!(await this.sheet.innerText()).includes(host)) {
      await hosts.fill(host)
      await this.page.locator('.person-option').filter({ hasText: host }).first().click()
    }
    await this.sheet.getByLabel('办理时限').fill(due)
    await this.sheet.getByRole('button', { name: '保存并提请签发' }).click()
    await expect(this.page.getByText('已提请签发')).toBeVisible()
  }

  /** Writes a task for one's own module and somebody of another, and issues it at once. */
  async issueTo({ title, host, cohost, due }: NewTask & { readonly cohost: string }): Promise<void> {
    await this.page.getByRole('button', { name: '新建任务' }).click()
    const form = Form.titled(this.page, '新建任务')
    await form.fill({ 事项: title })
    for (const [label, person] of [['主办', host], ['协办', cohost]] as const) {
      await form.field(label).fill(person)
      await this.page.locator('.person-option').filter({ hasText: person }).first().click()
    }
    await form.fill({ 办理时限: due })
    await form.press('保存并签发')
    await expect(this.page.getByText('已签发，等待承办人签收')).toBeVisible()
  }

  /** Opens a task by its title. */
  async open(title: string): Promise<void> {
    const row = this.page.locator('.ag-row').filter({ hasText: title })
    await row.hover()
    const number = await row.getAttribute('row-index')
    await this.page.locator(`.ag-row[row-index="${number ?? ''}"]`).getByRole('button', { name: '打开' }).click()
    await expect(this.sheet).toContainText(title)
  }

  /** Takes a step that asks nothing or only whether it is meant. */
  async take(button: string, state: string): Promise<void> {
    await this.sheet.getByRole('button', { name: button, exact: true }).click()
    const confirm = this.page.getByRole('tooltip').or(this.page.getByRole('dialog', { name: button, exact: true })).getByRole('button', { name: button, exact: true })
    const done = this.page.getByText(`现为“${state}”`)
    await expect(confirm.or(done).first()).toBeVisible()
    if (await confirm.isVisible()) await confirm.click()
    await expect(done).toBeVisible()
  }

  /** 模块审核 with the quality of the work. */
  async review(quality: string): Promise<void> {
    await this.sheet.getByRole('button', { name: '模块审核通过' }).click()
    const dialog = this.page.getByRole('dialog', { name: '模块审核通过' })
    await dialog.getByRole('radio', { name: quality, exact: true }).check()
    await dialog.getByRole('button', { name: '模块审核通过' }).click()
    await expect(this.page.getByText('现为“待核验”')).toBeVisible()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.sheet).toBeHidden()
  }
}
