import { expect, type Locator, type Page } from 'playwright/test'
import { deskOf } from './desk.ts'

/** An import: choose a file, look, take the good rows, get the bad ones back. */
export class ImportPanel {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
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
