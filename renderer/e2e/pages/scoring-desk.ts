import { expect, type Page } from 'playwright/test'
import { Sheet } from './sheet.ts'

/** 一屏评分, worked by keys alone; it counts them. */
export class ScoringDesk {
  readonly page: Page
  readonly sheet: Sheet
  /** Keys pressed so far. */
  presses = 0

  constructor(page: Page) {
    this.page = page
    this.sheet = new Sheet(page)
  }

  async press(key: string): Promise<void> {
    this.presses += 1
    await this.page.keyboard.press(key)
  }

  /** Opens it from the list of sheets, whose primary button has the keyboard. */
  async open(): Promise<void> {
    await expect(this.page.locator(':focus')).toHaveText(/^一屏评分/)
    await this.press('Enter')
    await expect(this.sheet.cell(0, 'head')).toBeVisible()
    await expect(this.page.locator('textarea:focus')).toHaveCount(1)
  }

  /** Gives one column from its top, a key each. */
  async give(keys: string): Promise<void> {
    for (const key of keys) await this.press(key)
  }

  /** A column holds these, from its top: a letter or a figure each, `·` for nothing. */
  async holds(field: string, given: string): Promise<void> {
    const column = async () => {
      const cells = await Promise.all([...given].map((_, row) => this.sheet.cell(row, field).innerText()))
      return cells.map((text) => text.trim().replace('.00', '') || '·').join('')
    }
    await expect.poll(column).toBe(given)
  }
}
