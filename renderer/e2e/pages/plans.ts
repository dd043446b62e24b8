import { expect, type Locator, type Page } from 'playwright/test'
import { Evaluation } from './evaluation.ts'
import { Form } from './form.ts'

/** 方案, 试算 and 公平性 of the tab 四维考评. */
export class Plans {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The constants on the page, by what they are called. */
  get constants(): Form {
    return new Form(this.page.getByRole('main'))
  }

  /** Whether the maxima of a dimension add up, as it stands there now. */
  get maxima(): Locator {
    return this.page.getByRole('main').getByRole('status').filter({ hasText: '满分' })
  }

  /** The line of a plan in the list. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  async open(name: string): Promise<void> {
    await new Evaluation(this.page).open('方案')
    await this.row(name).getByRole('button', { name: '打开' }).click()
    await expect(this.page.getByRole('heading', { level: 2 })).toContainText(name)
  }

  /** The next version of a plan, opened as a draft. */
  async copy(name: string, as: string): Promise<void> {
    await new Evaluation(this.page).open('方案')
    await this.row(name).first().getByRole('button', { name: '复制' }).click()
    const form = Form.titled(this.page, '复制为新版本')
    await form.fill({ 方案名称: as })
    await form.press('复制')
    await expect(this.page.getByRole('heading', { level: 2 })).toContainText(as)
  }

  /** Adds a row to a table of the open plan. */
  async add(button: string, field: string, word: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click()
    const form = Form.titled(this.page, button)
    await form.fill({ [field]: word })
    await form.press('添加')
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(this.page.getByText('已保存', { exact: true })).toBeVisible()
  }

  async approve(): Promise<void> {
    await this.page.getByRole('button', { name: '批准', exact: true }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
    await expect(this.page.getByText('方案已批准').first()).toBeVisible()
  }

  /** 试算 of a quarter of 2026, with everything computed. */
  async try(quarter: string): Promise<void> {
    const period = this.page.getByRole('combobox', { name: '周期', exact: true })
    await period.click()
    await this.page.locator('.ant-select-item-option').filter({ hasText: `2026年${quarter}` }).click()
    await new Evaluation(this.page).open('试算')
    await expect(this.moves).toHaveText('名次和等次都没有变动')
  }

  /** How many move, and how. */
  get moves(): Locator {
    return this.page.getByRole('region', { name: '试算结果' }).getByRole('status').first()
  }
}
