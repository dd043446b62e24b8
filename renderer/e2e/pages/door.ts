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

  /** Logs in with a one-time password off a slip, replaces it by one's own, and goes in. */
  async enterFirst(account: string, oneTime: string, own: string): Promise<Window> {
    await this.tryToEnter(account, oneTime)
    await this.page.getByLabel('新密码').fill(own)
    await this.page.getByLabel('再输一次').fill(own)
    await this.page.getByRole('button', { name: '修改密码' }).click()
    const window = new Window(this.page)
    await expect(window.tabs).toBeVisible({ timeout: 30_000 })
    return window
  }
}
