import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Form } from './pages/form.ts'
import { Sheet } from './pages/sheet.ts'
import { password, test } from './town.ts'

hearComplaints()

test('a grid entered by mistake goes with its person; one that is merged is stopped, and used again', async ({ page, town }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  await window.open('大治理')
  await page.getByRole('link', { name: '网格', exact: true }).click()
  const sheet = new Sheet(page)
  const sure = page.getByRole('tooltip')
  const opened = async (words: string) => {
    await sheet.filter(words)
    await expect(sheet.cell(0, 'name')).toHaveText(words)
    await sheet.cell(0, 'name').click()
    await page.keyboard.press('Alt+Enter')
  }

  await test.step('entered by mistake', async () => {
    await page.getByRole('button', { name: '新增网格' }).click()
    const form = Form.titled(page, '新增网格')
    await form.pick('村社', '上溪村')
    await form.fill({ 名称: '错登网格' })
    await form.press('保存')
    await expect(form.root).toBeHidden()
    await opened('错登网格')
    await page.getByRole('button', { name: '登记人员' }).first().click()
    const person = new Form(page.getByRole('dialog', { name: /^登记网格人员/ }))
    await person.fill({ 姓名: '徐大山' })
    await person.press('保存')
    await page.getByRole('button', { name: '移出' }).click()
    await sure.getByRole('button', { name: '移出' }).click()
    await expect(page.getByText('已移出“徐大山”。')).toBeVisible()
    await page.getByRole('button', { name: '删除网格' }).click()
    await sure.getByRole('button', { name: '删除网格' }).click()
    await expect(page.getByText('已删除“上溪村错登网格”。')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('merged', async () => {
    await opened('第二网格')
    await page.getByRole('button', { name: '停用', exact: true }).click()
    await Form.titled(page, '停用网格：上溪村第二网格').press('停用')
    await expect(page.getByText('已停用“上溪村第二网格”。')).toBeVisible()
    await expect(sheet.cell(0, 'missing')).toContainText('停用')
    await page.getByRole('button', { name: '恢复使用' }).click()
    await sure.getByRole('button', { name: '恢复使用' }).click()
    await expect(page.getByText('已恢复使用“上溪村第二网格”。')).toBeVisible()
  })
})
