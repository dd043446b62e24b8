import { expect, type Page } from 'playwright/test'
import { Evaluation } from './evaluation.ts'
import { Form } from './form.ts'
import { Sheet } from './sheet.ts'

/** 裁定与申诉, and what belongs to them under 结果. */
export class Rulings {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(part: '裁定' | '申诉'): Promise<void> {
    await new Evaluation(this.page).open('裁定与申诉')
    await this.page.getByRole('navigation', { name: '裁定与申诉' }).getByRole('button', { name: part, exact: true }).click()
  }

  /** Opens the form of a kind of 提请. */
  async propose(kind: string, title = `提请${kind}`): Promise<Form> {
    await this.page.getByRole('button', { name: '提请裁定' }).click()
    await this.page.getByRole('menuitem', { name: `提请${kind}` }).click()
    return Form.titled(this.page, title)
  }

  /** Opens the line of a list that names this; a list that is just being narrowed may take the line away from under the mouse. */
  async openRow(text: string): Promise<Form> {
    await new Sheet(this.page).search(text)
    const row = this.page.locator('.ag-row').filter({ hasText: text }).first()
    const opened = this.page.getByRole('dialog', { name: /^(CD|SS)\d+ · / })
    await expect(async () => {
      await row.hover({ timeout: 2000 })
      await row.getByRole('button', { name: '打开' }).click({ timeout: 2000 })
      await expect(opened).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 15_000 })
    return new Form(opened)
  }

  /** The caller's own result. */
  async openOwn(): Promise<void> {
    await new Evaluation(this.page).open('结果')
    await this.page.getByRole('button', { name: '我的结果' }).click()
  }

  async openMeeting(): Promise<void> {
    await new Evaluation(this.page).open('结果')
    await this.page.getByRole('button', { name: '会议审定' }).click()
    await expect(new Sheet(this.page).cell(0, 'decided')).toBeVisible()
  }

  /** Decides everybody as suggested, but for 线上同分. */
  async decideAll(meeting: string): Promise<void> {
    await this.page.getByLabel('会议名称').fill(meeting)
    const command = { name: /^按建议审定 \d+ 人$/ }
    await this.page.getByRole('button', command).click()
    await this.page.getByRole('dialog').getByRole('button', command).click()
    await expect(this.page.getByText(/^已审定 \d+ 人$/)).toBeVisible()
  }
}

/** Changes one value in the form of an amendment. */
export async function amendValue(form: Form, item: RegExp, text: string): Promise<void> {
  await form.root.getByRole('button', { name: item }).first().click()
  await form.root.getByRole('textbox', { name: '更正为' }).fill(text)
  await form.press('加入更正')
}
