import { expect, type Browser, type Page } from 'playwright/test'
import type { Town } from '../town.ts'
import { Sheet } from './sheet.ts'

/** The audit log in a window of its own: whatever is changed stands in it. */
export class Witness {
  readonly page: Page
  private entries = -1

  private constructor(page: Page) {
    this.page = page
  }

  /** Begins to watch; whoever is watched is logged in already. */
  static async begin(browser: Browser, town: Town, password: string): Promise<Witness> {
    const page = await (await browser.newContext()).newPage()
    const window = await (await town.door(page)).enter('魏思远', password)
    await window.open('系统')
    const witness = new Witness(page)
    witness.entries = await witness.count()
    return witness
  }

  /** Nothing has been changed since the beginning. */
  async sawNothing(): Promise<void> {
    expect(await this.count()).toBe(this.entries)
    await this.page.context().close()
  }

  /** How many entries there are, asked of the data anew. */
  private async count(): Promise<number> {
    const text = this.page.getByLabel('查找对象或内容')
    await text.fill('〇〇')
    await expect(this.page.getByText('没有符合条件的记录')).toBeVisible()
    await text.fill('')
    await expect(this.page.getByText('没有符合条件的记录')).toBeHidden()
    return new Sheet(this.page).count()
  }
}
