import { expect, type Locator, type Page } from 'playwright/test'

/** Text that would do harm if it were ever taken for markup. */
export const script = '<img src=x onerror=document.title=1>'

/** A day that there is not. */
export const noDay = '2026-02-30'

/** A text of so many characters. */
export function long(characters: number): string {
  return '长'.repeat(characters)
}

/** What a field says where that day was typed. */
export function dayFault(label: string): string {
  return `“${label}”的“${noDay}”不是有效的日期，请写成 2026-03-15。`
}

/** A form: a dialog, a sheet from the right, a page of the wizard. */
export class Form {
  readonly root: Locator

  constructor(root: Locator) {
    this.root = root
  }

  /** The dialog or sheet of a title. */
  static titled(page: Page, title: string): Form {
    return new Form(page.getByRole('dialog', { name: title, exact: true }))
  }

  /** An input by its label, with or without the mark of what must be filled in. */
  field(label: string): Locator {
    return this.root.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\*?$`))
  }

  /** Types into fields by their labels. */
  async fill(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await this.field(label).fill(text)
  }

  /** Picks one of a list by what it says; a long list is searched first. */
  async pick(label: string, option: string): Promise<void> {
    const field = this.field(label)
    await field.click()
    if (await field.isEditable()) await field.fill(option)
    await this.root.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first().click()
  }

  async press(button: string): Promise<void> {
    await this.root.getByRole('button', { name: button, exact: true }).click()
  }

  /** The sentences above the form. */
  get sentences(): Locator {
    return this.root.getByRole('alert').filter({ hasText: /处需要改正/ }).getByRole('listitem')
  }

  /** It is sent and says just these sentences, by the labels they name; each leads to its field, which is marked. */
  async refuses(button: string, sentences: Readonly<Record<string, string>>): Promise<void> {
    await this.press(button)
    await expect(this.sentences).toHaveText(Object.values(sentences))
    for (const [label, sentence] of Object.entries(sentences)) {
      expect(sentence).toContain(label.replace(/（.*$/, ''))
      await expect(this.field(label)).toHaveAttribute('aria-invalid', 'true')
      await this.sentences.getByRole('button', { name: sentence }).click()
      await expect(this.field(label)).toBeFocused()
    }
  }

  /** It is sent and says one sentence that is about all of it. */
  async refusesAll(button: string, sentence: string): Promise<void> {
    await this.press(button)
    await expect(this.sentences).toHaveText([sentence])
  }

  /** Leaves by Esc: what was typed is not lost before one says so. */
  async leave(): Promise<void> {
    const page = this.root.page()
    await page.keyboard.press('Escape')
    const question = page.getByRole('dialog', { name: '放弃填写的内容？' })
    await question.getByRole('button', { name: '继续填写' }).click()
    await expect(question).toBeHidden()
    await expect.poll(() => this.root.evaluate((form) => form.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: '放弃', exact: true }).click()
    await expect(this.root).toBeHidden()
  }
}
