import { expect, type Locator, type Page } from 'playwright/test'
import { Form } from './form.ts'
import { Window } from './window.ts'

/** One task, opened by whoever is logged in from the search, and its sheet. */
export class OneTask {
  readonly page: Page
  readonly title: string

  constructor(page: Page, title: string) {
    this.page = page
    this.title = title
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog').filter({ hasText: this.title }).first()
  }

  get next(): Locator {
    return this.sheet.locator('.next-up')
  }

  get facts(): Locator {
    return this.sheet.locator('.facts')
  }

  get history(): Locator {
    return this.sheet.getByRole('region', { name: '办理记录' })
  }

  /** The line of a party among the 承办人. */
  partOf(person: string): Locator {
    return this.sheet.getByRole('region', { name: '承办人' }).getByRole('row').filter({ hasText: person })
  }

  button(name: string): Locator {
    return this.sheet.getByRole('button', { name, exact: true })
  }

  /** Finds it by the search and opens its sheet. */
  async open(): Promise<void> {
    const hits = await new Window(this.page).search(this.title)
    await hits.filter({ hasText: this.title }).first().click()
    await expect(this.sheet).toBeVisible()
    await expect(this.next.or(this.history).first()).toBeVisible()
  }

  /** Takes a step that asks nothing or only whether it is meant. */
  async take(button: string, state: string): Promise<void> {
    await this.press(button)
    await expect(this.page.getByText(`现为“${state}”`).last()).toBeVisible()
  }

  /** Takes a step of the own part, while the task as a whole stays where it is. */
  async takePart(button: string): Promise<void> {
    await this.press(button)
    await expect(this.page.getByText('等待其他承办人').last()).toBeVisible()
  }

  private async press(button: string): Promise<void> {
    await this.button(button).click()
    const confirm = this.page.getByRole('tooltip').getByRole('button', { name: button, exact: true })
    const notice = this.page.getByText(/现为“|等待其他承办人/)
    await expect(confirm.or(notice).first()).toBeVisible()
    if (await confirm.isVisible()) await confirm.click()
  }

  private dialog(name: string): Form {
    return Form.titled(this.page, name)
  }

  async report(percent: string, text: string): Promise<void> {
    await this.button('反馈进展').click()
    const form = this.dialog('反馈进展')
    await form.fill({ '进度（%）': percent, 进展情况: text })
    await form.press('反馈进展')
    await expect(form.root).toBeHidden()
  }

  async submit(result: string): Promise<void> {
    await this.button('提交办结').click()
    const form = this.dialog('提交办结')
    await form.fill({ 办理结果: result })
    await form.press('提交办结')
    await expect(form.root).toBeHidden()
  }

  async review(quality: string): Promise<void> {
    await this.button('模块审核通过').click()
    const form = this.dialog('模块审核通过')
    await form.root.getByRole('radio', { name: quality, exact: true }).check()
    await form.press('模块审核通过')
    await expect(form.root).toBeHidden()
  }

  async sendBack(reason: string): Promise<void> {
    await this.button('驳回').click()
    const form = this.dialog('驳回')
    await form.fill({ 理由: reason })
    await form.press('驳回')
    await expect(form.root).toBeHidden()
  }

  /** Takes the milestones as they are proposed back from the deadline. */
  async planMilestones(count: number): Promise<void> {
    await this.button('安排节点').click()
    await this.dialog('安排节点').press('保存节点')
    await expect(this.page.getByText(`已安排 ${String(count)} 个节点`)).toBeVisible()
  }

  async askExtension(toDue: string, reason: string): Promise<void> {
    await this.button('申请延期').click()
    const form = this.dialog('申请延期')
    await form.fill({ 延期至: toDue, 延期理由: reason })
    await form.press('申请延期')
    await expect(this.page.getByText('已提交延期申请')).toBeVisible()
  }

  async decideExtension(word: '同意' | '不同意'): Promise<void> {
    await this.sheet.getByRole('region', { name: '延期申请' }).getByRole('button', { name: word, exact: true }).click()
    await this.dialog('同意延期').press(word)
    await expect(this.page.getByText('时限已改')).toBeVisible()
  }

  private get papers(): Locator {
    return this.sheet.getByRole('region', { name: '督办单' })
  }

  async reply(text: string): Promise<void> {
    await this.papers.getByRole('button', { name: '回复', exact: true }).click()
    const form = this.dialog('回复督办单')
    await form.fill({ 回复内容: text })
    await form.press('回复')
    await expect(this.page.getByText('已回复，等待督考了结')).toBeVisible()
  }

  async settle(): Promise<void> {
    await this.papers.getByRole('button', { name: '了结', exact: true }).click()
    await this.page.getByRole('tooltip').getByRole('button', { name: '了结', exact: true }).click()
    await expect(this.page.getByText('督办单已了结')).toBeVisible()
  }
}
