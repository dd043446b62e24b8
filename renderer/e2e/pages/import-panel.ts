import { expect, type Locator, type Page } from 'playwright/test'
import { deskOf } from './desk.ts'

/** An import: choose a file, look, take the good rows, get the bad ones back. */
export class ImportPanel {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Which kind of list is imported. */
  async kind(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '导入内容' }).getByRole('button', { name, exact: true }).click()
  }

  async sender(name: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: '报送单位' }).filter({ visible: true })
    await field.fill(name)
    await field.press('Tab')
  }

  /** 表头与列: what each column is and what its words mean, told by hand. */
  get reading(): ReadingDialog {
    return new ReadingDialog(this.page)
  }

  async asOf(day: string): Promise<void> {
    await this.page.getByLabel('数据日期').fill(day)
    await this.page.getByLabel('数据日期').press('Tab')
  }

  async choose(file: string): Promise<void> {
    await deskOf(this.page).openFile(file, () => this.page.getByRole('button', { name: '选择文件' }).click())
  }

  /** A row of the preview, by what it holds. */
  row(text: string): Locator {
    return this.page.locator('.ag-row').filter({ hasText: text })
  }

  /** Takes the good rows; there have to be so many. */
  async apply(count: number): Promise<void> {
    await this.page.getByRole('button', { name: `导入合格的 ${String(count)} 行` }).click()
    await expect(this.page.getByText(`已导入 ${String(count)} 行。`)).toBeVisible({ timeout: 30_000 })
  }

  /** Saves the workbook of the rows that stayed behind, and gives where it lies. */
  saveErrors(folder: string): Promise<string> {
    return deskOf(this.page).saveFile(folder, () => this.page.getByRole('button', { name: '下载错误工作簿' }).click())
  }

  async again(): Promise<void> {
    await this.page.getByRole('button', { name: '再导入一个文件' }).click()
  }
}

export class ReadingDialog {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('dialog', { name: '表头与列' })
  }

  async column(of: string, as: string): Promise<void> {
    await this.#choose(`${of} 读作`, as)
  }

  async word(word: string, means: string): Promise<void> {
    await this.#choose(`“${word}”的意思`, means)
  }

  async read(): Promise<void> {
    await this.root.getByRole('button', { name: '按此读取' }).click()
    await expect(this.root).toBeHidden()
  }

  async #choose(label: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: label }).click()
    await this.page.locator('.ant-select-dropdown').filter({ visible: true }).getByTitle(new RegExp(`^${option}(（必需）)?$`, 'u')).click()
  }
}
