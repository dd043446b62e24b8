import { expect, type Locator, type Page } from 'playwright/test'
import { deskOf } from './desk.ts'

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

  /** Locks, also from within an open sheet; the door is in front again. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l')
    await this.page.getByRole('button', { name: '登录' }).waitFor()
  }

  /** Opens the palette, types, and gives what it lists. */
  async search(text: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: '查找人员、任务、村社、台账或命令' }).fill(text)
    return this.page.getByRole('listbox', { name: '查找人员、任务、村社、台账或命令' }).getByRole('option')
  }

  /** Gives somebody an office of a module; the page of the township is open. */
  async appoint(module: string, office: string, person: string, from: string): Promise<void> {
    await this.page.getByRole('button', { name: `${module}${office}：` }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('由谁担任').fill(person)
    await this.page.locator('.person-option').filter({ hasText: person }).first().click()
    await dialog.getByLabel('任职起始日').fill(from)
    await dialog.getByRole('button', { name: '任命' }).click()
    await expect(dialog).toBeHidden()
  }

  /** Makes a workbook of the chosen period and saves it in a folder. */
  async exportWorkbook(workbook: string, copy: string, folder: string): Promise<string> {
    await this.open('报表')
    await this.page.getByRole('radio', { name: workbook }).check()
    await this.page.getByRole('radiogroup', { name: '用途' }).getByText(copy, { exact: true }).click()
    return deskOf(this.page).saveFile(folder, () => this.page.getByRole('button', { name: '导出', exact: true }).click())
  }
}
