import { expect, type Locator, type Page } from 'playwright/test'
import { ImportPanel } from './import-panel.ts'

export interface NewTownship {
  readonly name: string
  readonly county: string
  readonly account: string
  readonly password: string
}

/** The first run: from an empty place to a township with people and accounts. */
export class Wizard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: '建立本乡镇' }).click()
    await expect(this.title).toHaveText('乡镇与管理员')
  }

  async describe({ name, county, account, password }: NewTownship): Promise<void> {
    await this.page.getByLabel('乡镇名称').fill(name)
    await this.page.getByLabel('所属县（市、区）').fill(county)
    await this.page.getByLabel(/^账号/).fill(account)
    await this.page.getByRole('textbox', { name: /^密码/ }).fill(password)
    await this.page.getByLabel('再输一次').fill(password)
    await this.next()
    await expect(this.title).toHaveText('功能模块')
  }

  /** Makes the township with the modules that stand there. */
  async create(): Promise<void> {
    await this.page.getByRole('button', { name: '建立乡镇' }).click()
    await expect(this.title).toHaveText('恢复密钥', { timeout: 30_000 })
  }

  /** Reads the recovery key as off the paper, types back the groups that are asked for, and gives it. */
  async keepKey(): Promise<string> {
    const groups = await this.page.getByRole('list', { name: '恢复密钥' }).locator('strong').allInnerTexts()
    await this.page.getByRole('button', { name: '已打印或抄好，下一步' }).click()
    for (const field of await this.page.getByRole('textbox').all()) {
      const label = await this.page.locator(`label[for="${(await field.getAttribute('id')) ?? ''}"]`).innerText()
      await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
    }
    await this.page.getByRole('button', { name: '核对并继续' }).click()
    await expect(this.title).toHaveText('花名册')
    return groups.join('-')
  }

  get roster(): ImportPanel {
    return new ImportPanel(this.page)
  }

  async toAccounts(): Promise<void> {
    await this.next()
    await expect(this.title).toHaveText('账号')
  }

  async giveRole(person: string, role: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `${person}：${role}` }).check()
  }

  /** Makes the accounts and gives what stands on the slips: one-time passwords and login names by person. */
  async makeAccounts(): Promise<ReadonlyMap<string, { readonly account: string; readonly password: string }>> {
    await this.page.getByRole('button', { name: /^开通 \d+ 个账号$/ }).click()
    const slips = this.page.getByRole('region', { name: '一次性密码条' })
    await expect(slips).toBeVisible({ timeout: 180_000 })
    const rows = await slips.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    await this.page.getByRole('button', { name: '我已打印或保存' }).click()
    await expect(this.title).toHaveText('权限分工')
    return new Map(rows.map(([person = '', , account = '', password = '']) => [person, { account, password }]))
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: '完成，进入系统' }).click()
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: '下一步', exact: true }).click()
  }
}
