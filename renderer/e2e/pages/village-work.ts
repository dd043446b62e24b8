import { expect, type Locator, type Page } from 'playwright/test'
import { Form } from './form.ts'
import type { Window } from './window.ts'

export interface Visit {
  readonly date: string
  readonly village: string
  readonly households: readonly string[]
  readonly note: string
}

/** 组团联村, 服务记录, 周二无会日 and 会议安排, and what the workbench shows of them. */
export class VillageWork {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** A section of a module's own. */
  static async of(window: Window, module: string, section: string): Promise<VillageWork> {
    await window.open(module)
    await window.page.getByRole('link', { name: section, exact: true }).click()
    return new VillageWork(window.page)
  }

  /** 记服务, by the button of the workbench or of the list. */
  async beginEntry(): Promise<Form> {
    await this.page.getByRole('button', { name: '记服务', exact: true }).first().click()
    return Form.titled(this.page, '记服务')
  }

  /** Enters a visit; answers with the form before it is saved. */
  async enterVisit({ date, village, households, note }: Visit): Promise<void> {
    const form = await this.beginEntry()
    await form.fill({ 日期: date })
    await form.pick('村社', village)
    await form.fill({ 户主: households.join('\n'), 备注: note })
    await expect(form.root.getByText(`共 ${String(households.length)} 条`)).toBeVisible()
    await form.press(`保存（${String(households.length)} 条）`)
    await expect(this.page.getByText(`已记 ${String(households.length)} 条，等待团长核实。`)).toBeVisible()
  }

  /** The row of a list that holds a text. */
  row(text: string): Locator {
    return this.page.locator('.ag-row').filter({ hasText: text })
  }

  /** A command of a row, from its context menu. */
  async ofRow(text: string, command: string): Promise<void> {
    await this.row(text).first().locator('.ag-cell').nth(2).click({ button: 'right' })
    await this.page.getByRole('menuitem', { name: command, exact: true }).click()
  }

  /** The number of a village in a column of the teams. */
  async countOf(village: string, field: string): Promise<number> {
    const row = this.page.locator(`.ag-row[row-index]`).filter({ hasText: village })
    await expect(row.first()).toBeVisible()
    const index = await row.first().getAttribute('row-index')
    return Number(await this.page.locator(`.ag-row[row-index="${index ?? ''}"] [col-id="${field}"]`).innerText())
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
  }
}
