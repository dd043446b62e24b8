import type { Locator, Page } from 'playwright/test'

/** The window of whoever is logged in. */
export class Window {
  readonly page: Page
  readonly tabs: Locator

  constructor(page: Page) {
    this.page = page
    this.tabs = page.getByRole('navigation', { name: '主要栏目' })
  }

  async open(tab: string): Promise<void> {
    await this.tabs.getByRole('button', { name: tab }).click()
  }

  /** Locks; the door is in front again. */
  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: '锁定' }).click()
    await this.page.getByRole('button', { name: '登录' }).waitFor()
  }

  /** Opens the palette, types, and gives what it lists. */
  async search(text: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: '查找人员、任务、村社或命令' }).fill(text)
    return this.page.getByRole('listbox', { name: '查找人员、任务、村社或命令' }).getByRole('option')
  }
}
