import { expect, type Page } from 'playwright/test'
import { Window } from './window.ts'

/** What is in front of the township: login, first run. */
export class Door {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Logs in; the window is open afterwards. */
  async enter(account: string, password: string): Promise<Window> {
    await this.tryToEnter(account, password)
    const window = new Window(this.page)
    await expect(window.tabs).toBeVisible({ timeout: 30_000 })
    return window
  }

  async tryToEnter(account: string, password: string): Promise<void> {
    await this.page.getByLabel('账号').fill(account)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '登录' }).click()
  }
}
