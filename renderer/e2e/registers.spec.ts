import path from 'node:path'
import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { deskOf } from './pages/desk.ts'
import { Form } from './pages/form.ts'
import { Registers } from './pages/registers.ts'
import { password, test } from './town.ts'

hearComplaints()

test('a register: a row by the form and in the grid, its sum, the 回收站, and a column that goes and comes back with its entries', async ({ page, town }, testInfo) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const registers = new Registers(page)
  await registers.open('govern', '矛盾纠纷')
  const before = await registers.sheet.count()

  const row = await registers.newRow('矛盾纠纷')
  await row.fill({ 受理日期: '2026.6.30', 编号: '调新-1', 当事人: '万一、万二', 涉及金额: '１,０００' })
  await row.field('村社').fill('上溪')
  await row.pick('纠纷类型', '邻里')
  await row.press('保存')
  await expect(row.root).toBeHidden()
  await expect.poll(() => registers.sheet.count()).toBe(before + 1)

  await registers.sheet.filter('wanyi')
  await expect(await registers.cell(0, '涉及金额')).toHaveText('1,000.00')
  await expect(page.getByRole('main')).toContainText('合计（1 行）')
  expect(path.basename(await deskOf(page).saveFile(testInfo.outputPath(), () => registers.press('导出')))).toMatch(/^清溪镇_矛盾纠纷_筛选_\d{8}_工作稿\.xlsx$/)
  await (await registers.cell(0, '涉及人数')).click()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(registers.sheet.status).toContainText('已保存')

  await registers.tick(0)
  await registers.press('移入回收站 1')
  await expect(page.getByText('已把 1 行移入回收站')).toBeVisible()
  await registers.press('回收站（1）')
  await expect(await registers.cell(0, '编号')).toHaveText('调新-1')
  await registers.tick(0)
  await registers.press('恢复 1')
  await registers.press('返回台账')

  const define = await registers.define('矛盾纠纷')
  await define.press('移除“风险等级”')
  await define.press('保存设置')
  await expect(page.locator('.ag-header-cell').filter({ hasText: '风险等级' })).toHaveCount(0)
  const again = await registers.define('矛盾纠纷')
  await again.press('恢复“风险等级”')
  await again.press('保存设置')
  await expect(again.root).toBeHidden()

  const found = await window.search('万一')
  await found.filter({ hasText: '矛盾纠纷' }).first().click()
  await expect(page.getByRole('dialog', { name: '矛盾纠纷 · 登记表' })).toBeVisible()
})

test('a register of one’s own is usable at once, from a sample or from nothing; a clerk reads it and enters his rows', async ({ page, town }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const registers = new Registers(page)
  await registers.open('party', '党员联户')
  await registers.press('从示例新建')
  const sample = Form.titled(page, '从示例新建台账')
  await sample.pick('示例台账', '三会一课')
  await sample.fill({ 台账名称: '机关三会一课' })
  await sample.press('新建')
  await expect(page.getByText('这个台账还没有登记')).toBeVisible()

  await registers.press('新建空白台账')
  const blank = Form.titled(page, '新建台账')
  await blank.fill({ 台账名称: '志愿服务' })
  await blank.root.getByLabel('第 1 列的列名').fill('服务内容')
  await blank.root.getByLabel('第 1 列的必填').check()
  await blank.press('新建')
  await expect(page.getByRole('navigation', { name: '台账' }).getByRole('link', { name: '志愿服务' })).toHaveAttribute('aria-current', 'page')

  await window.lock()
  await (await town.door(page)).enter('祝立群', password)
  await registers.open('party', '志愿服务')
  await expect(page.getByRole('button', { name: /台账设置|导出/ })).toHaveCount(0)
  const row = await registers.newRow('志愿服务')
  await row.fill({ 服务内容: '清扫河道' })
  await row.press('保存')
  await expect(await registers.cell(0, '服务内容')).toHaveText('清扫河道')
  await registers.open('party', '专家库')
  await expect(page.getByRole('button', { name: '新增一行' })).toHaveCount(0)
})
