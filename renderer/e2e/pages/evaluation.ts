import { expect, type Page } from 'playwright/test'
import { Sheet } from './sheet.ts'

/** The tab 四维考评. */
export class Evaluation {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(section: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主要栏目' }).getByRole('button', { name: '四维考评' }).click()
    await this.page.getByRole('link', { name: section, exact: true }).click()
  }

  /** Turns the window to another period: `2026年第一季度`. */
  async choosePeriod(title: string): Promise<void> {
    const period = this.page.getByRole('combobox', { name: '周期' })
    await period.click()
    await this.page.locator('.ant-select-item-option').filter({ hasText: title }).click()
    await period.blur()
  }

  /** Does the primary step of the cycle, and says yes. */
  async step(name: string, done: string): Promise<void> {
    await this.page.locator('.ui-title-actions').getByRole('button', { name, exact: true }).click()
    await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
    await expect(this.page.getByText(done)).toBeVisible({ timeout: 30_000 })
  }

  /** 督考 closes the voting, without which nothing is frozen. */
  async closeBallots(): Promise<void> {
    await this.open('互评')
    await this.page.getByRole('button', { name: '关闭互评' }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: '关闭互评' }).click()
    await expect(this.page.getByText(/^互评已关闭/).first()).toBeVisible({ timeout: 30_000 })
  }

  /** Casts one's ballot: A for the first, B for the others. */
  async vote(): Promise<void> {
    await this.open('互评')
    const rows = this.page.getByRole('radiogroup')
    await expect(rows.first()).toBeVisible()
    for (const [place, row] of (await rows.all()).entries()) await row.getByRole('radio').nth(place === 0 ? 0 : 1).check()
    await this.page.getByRole('button', { name: '投票', exact: true }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: '投票', exact: true }).click()
    await expect(this.page.getByText('您已投票')).toBeVisible()
  }

  async approvePlan(): Promise<void> {
    await this.open('方案')
    await this.page.getByRole('button', { name: '打开' }).click()
    await this.page.getByRole('button', { name: '批准', exact: true }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
    await expect(this.page.getByText('方案已批准').first()).toBeVisible()
  }

  /** Scores everybody on the sheets that open one after the other, and hands each in. Gives how many there were. */
  async scoreAll(): Promise<number> {
    await this.open('评分')
    await this.page.getByRole('button', { name: '开始评分' }).first().click()
    const title = this.page.getByRole('heading', { level: 2 })
    const all = this.page.getByText('您的评分表都已提交')
    for (let sheets = 1; ; sheets += 1) {
      // The list before the first sheet has a title of the same rank.
      await expect(new Sheet(this.page).cell(0, 'given')).toBeVisible()
      const present = await title.innerText()
      await this.score(present.includes('领导评分'))
      await expect(all.or(title.filter({ hasNotText: present }))).not.toHaveCount(0)
      if (await all.isVisible()) return sheets
    }
  }

  /** Pastes a column for everybody on the open sheet and hands it in: bands within the rules, or scores. */
  private async score(isByScore: boolean): Promise<void> {
    const sheet = new Sheet(this.page)
    await expect(sheet.cell(0, 'given')).toBeVisible()
    const people = await sheet.count()
    const best = Math.floor(people * 0.3)
    const given = Array.from({ length: people }, (_, place) => (isByScore ? (5 - (place % 9) / 4).toFixed(2) : place < best ? 'A' : place === people - 1 && people > 3 ? 'C' : 'B'))
    await sheet.paste(0, 'given', given.map((text) => [text]))
    await expect(this.page.getByText('全部评完')).toBeVisible()
    await this.page.getByRole('button', { name: '提交', exact: true }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  }

  /** Approves the one point whose matter names this. */
  async approvePoint(matter: string): Promise<void> {
    await this.open('数据录入')
    await this.page.getByRole('button', { name: '加减分' }).click()
    const sheet = new Sheet(this.page)
    await sheet.search(matter)
    await expect(sheet.status).toContainText('筛选出 1 行')
    await this.page.locator('.ag-row').first().getByRole('checkbox').check()
    await this.page.getByRole('button', { name: /^审定/ }).click()
    await expect(this.page.getByText(/1 条.*已审定|已审定/).last()).toBeVisible()
  }

  /** Everything that explains somebody's result, as text. */
  async why(person: string): Promise<string> {
    await this.open('结果')
    const sheet = new Sheet(this.page)
    await sheet.search(person)
    const row = this.page.locator('.ag-row').filter({ hasText: person }).first()
    await row.hover()
    await row.getByRole('button', { name: '打开' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '全部展开' }).click()
    const text = await dialog.getByRole('tree').innerText()
    await this.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return text
  }

  /** The same PK factor for every module of the quarter. */
  async enterFactors(factor: string): Promise<void> {
    await this.open('数据录入')
    await this.page.getByRole('button', { name: '模块 PK 系数' }).click()
    const sheet = new Sheet(this.page)
    await expect(sheet.cell(0, 'factor')).toBeVisible()
    await sheet.paste(0, 'factor', Array.from({ length: await sheet.count() }, () => [factor]))
    await expect(this.page.getByText('全部录入')).toBeVisible()
  }

  /** Name, module and total of everybody in the results, as they are copied into a table; in the order of the texts. */
  async totals(): Promise<readonly string[]> {
    await this.open('结果')
    const sheet = new Sheet(this.page)
    const table = await sheet.copyAll()
    const [name, module, total] = [await sheet.column('name'), await sheet.column('module'), await sheet.column('total')]
    return table.map((row) => [row[name], row[module], row[total]].join(' ')).sort()
  }
}
