import { expect, type Locator, type Page } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { dayFault, Form, long, noDay, script } from './pages/form.ts'
import { Sheet } from './pages/sheet.ts'
import type { Window } from './pages/window.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

/** A section of the first module. */
async function openSection(window: Window, section: string): Promise<Sheet> {
  await window.open('大党建')
  await window.page.getByRole('link', { name: section, exact: true }).click()
  return new Sheet(window.page)
}

/** The sheet of a record, opened from its row. */
async function openRecord(page: Page, row: Locator): Promise<Locator> {
  await row.click()
  await page.keyboard.press('Alt+Enter')
  const record = page.getByRole('dialog')
  await expect(record).toBeVisible()
  return record
}

test(`people: every form says what is wrong with which field, and nobody is changed ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)
  const sheet = await openSection(window, '人员')

  await test.step('a new person', async () => {
    await page.getByRole('button', { name: '新增人员' }).click()
    const form = Form.titled(page, '新增人员')
    await form.refuses('新增', { 姓名: '请填写“姓名”。', 人员身份: '请填写“人员身份”。', 岗位: '请选择“岗位”。' })
    // While a field is being mended the keyboard stays in it.
    await form.field('姓名').focus()
    await page.keyboard.type('zhang')
    await expect(form.field('姓名')).toHaveValue('zhang')
    await form.pick('人员身份', '公务员')
    await form.pick('岗位', '业务经办岗')
    await form.fill({ 姓名: long(51), 身份证号: '110101199003078888', 出生年月: '1982-13', 联系电话: 'abc-defg', 职务职级: long(51), 参加工作时间: '去年', 备注: long(2001), 到岗日期: noDay })
    await form.refuses('新增', {
      姓名: '“姓名”填写有误：不能超过 50 字。',
      出生年月: '“出生年月”填写有误：“1982-13”不是有效的年月，请写成 1982-02。',
      职务职级: '“职务职级”填写有误：不能超过 50 字。',
      联系电话: '“联系电话”填写有误：须为 5 到 20 位的电话号码。',
      参加工作时间: '“参加工作时间”填写有误：“去年”不是有效的年月，请写成 1982-02。',
      备注: '“备注”填写有误：不能超过 2000 字。',
      身份证号: '身份证号最后一位校验不符，请逐位核对。',
      到岗日期: dayFault('到岗日期'),
    })
    await form.fill({ 身份证号: '1101011990' })
    await form.press('新增')
    await expect(form.sentences.filter({ hasText: '身份证号' })).toHaveText('身份证号应为 18 位，现有 10 位，请补齐或删去多余的。')
    await form.leave()
  })

  await sheet.filter('余江波')
  await expect(sheet.cell(0, 'name')).toHaveText('余江波')
  const record = await openRecord(page, sheet.cell(0, 'name'))
  const open = async (button: string, title: string) => {
    await record.getByRole('button', { name: button, exact: true }).click()
    return Form.titled(page, title)
  }

  await test.step('what is known of a person', async () => {
    const form = await open('修改资料', '修改资料：余江波')
    await form.fill({ 姓名: '', 出生年月: '1989-00', 联系电话: script })
    await form.refuses('保存', { 姓名: '请填写“姓名”。', 出生年月: '“出生年月”填写有误：“1989-00”不是有效的年月，请写成 1982-02。', 联系电话: '“联系电话”填写有误：须为 5 到 20 位的电话号码。' })
    await form.leave()
  })

  await test.step('assignments', async () => {
    const assign = await open('新任职', '新任职：余江波')
    await assign.fill({ 开始日期: noDay })
    await assign.refuses('新任职', { 模块: '请选择“模块”。', 岗位: '请选择“岗位”。', 开始日期: dayFault('开始日期') })
    await assign.leave()
    const transfer = await open('调动', '调动：余江波')
    await transfer.pick('模块', '大服务')
    await transfer.pick('岗位', '业务骨干岗')
    await transfer.fill({ 开始日期: '2025-01-01' })
    await transfer.refuses('调动', { 开始日期: '“开始日期”须晚于现任职的开始日期 2025-01-01，请改正。' })
    await transfer.leave()
    const end = await open('结束任职', '结束任职：业务经办岗')
    await end.fill({ 最后一天: '13.45' })
    await end.refuses('结束任职', { 最后一天: '“最后一天”的“13.45”不是有效的日期，请写成 2026-03-15。' })
    await end.fill({ 最后一天: '2024.12.31' })
    await end.refuses('结束任职', { 最后一天: '“最后一天”不能早于开始日期 2025-01-01，请改正。' })
    await end.leave()
  })

  await test.step('leaves', async () => {
    const add = await open('登记请假', '登记请假：余江波')
    await add.fill({ 开始日期: noDay, 最后一天: '昨天' })
    await add.refuses('登记请假', { 类别: '请选择“类别”。', 开始日期: dayFault('开始日期'), 最后一天: '“最后一天”的“昨天”不是有效的日期，请写成 2026-03-15。' })
    await add.pick('类别', '病假')
    await add.fill({ 开始日期: '2026-05-12', 最后一天: '2026-05-10' })
    await add.refuses('登记请假', { 最后一天: '“最后一天”早于“开始日期”，请改正。' })
    await add.fill({ 最后一天: '2026-05-20' })
    await add.refusesAll('登记请假', '该人员 2026-05-09 至 2026-05-13 已有年休假，请改为不重叠的日期，或先修改原有的请假。')
    await add.leave()
    const end = await open('改结束日', '改结束日：年休假')
    await end.fill({ 最后一天: '2026-05-08' })
    await end.refuses('保存', { 最后一天: '“最后一天”不能早于开始日期 2026-05-09，请改正。' })
    await end.leave()
  })

  await test.step('the ID number', async () => {
    const unmask = await open('查看全号', '查看身份证号')
    await unmask.refuses('查看全号', { 查看理由: '请填写查看理由。' })
    await unmask.fill({ 查看理由: long(201) })
    await unmask.refuses('查看全号', { 查看理由: '“查看理由”不能超过 200 字，现有 201 字，请缩短。' })
    await unmask.leave()
    const correct = await open('更正', '登记身份证号')
    await correct.refuses('保存', { 身份证号: '请填写“身份证号”。' })
    await correct.fill({ 身份证号: '110101199013078888' })
    await correct.refuses('保存', { 身份证号: '身份证号里的出生日期不存在，请逐位核对。' })
    await correct.leave()
  })

  // A form that was left gives the focus back a moment later; until then Esc reaches nobody.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2000 })
  }).toPass({ timeout: 15_000 })
  await test.step('the establishment of the module', async () => {
    await page.getByRole('button', { name: '编制明细' }).click()
    const places = Form.titled(page, '编制与实有')
    const approved = places.field('公务员核定数')
    for (const text of ['-5', '三', '1000', '']) {
      await approved.fill(text)
      await approved.press('Enter')
      await expect(places.root.getByRole('alert')).toHaveText('“公务员核定数”须为 0 到 999 的整数，请改正。')
      await expect(approved).toHaveAttribute('aria-invalid', 'true')
    }
    await approved.press('Escape')
    await expect(approved).toHaveValue('7')
    await expect(places.root.getByRole('alert')).toHaveCount(0)
    await page.keyboard.press('Escape')
  })
  await witness.sawNothing()
})

test(`tasks: forms, steps, cells and filters refuse in one sentence, and the ledger stays as it is ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)
  const sheet = await openSection(window, '任务')
  await expect(sheet.status).toContainText('共 15 行')

  await test.step('a new task', async () => {
    await page.getByRole('button', { name: '新建任务' }).click()
    const form = Form.titled(page, '新建任务')
    await form.refuses('保存草稿', { 事项: '请填写“事项”。', 主办: '请至少选择一名主办人。', 办理时限: '请填写“办理时限”。' })
    await form.pick('主办', '余江波')
    await page.keyboard.press('Escape')
    await form.fill({ 事项: script + long(200), 内容: long(2001), 文号: long(61), 来源: long(101), 办理时限: noDay })
    await form.refuses('保存并签发', {
      事项: '“事项”不能超过 200 字，请缩短。',
      内容: '“内容”不能超过 2000 字，请缩短。',
      来源: '“来源”不能超过 100 字，请缩短。',
      文号: '“文号”不能超过 60 字，请缩短。',
      办理时限: dayFault('办理时限'),
    })
    await form.fill({ 事项: script, 内容: '', 文号: '清政督〔2026〕006号', 来源: '', 办理时限: '2026-12-31' })
    await form.refuses('保存草稿', { 文号: '文号“清政督〔2026〕006号”已经存在，请换一个或直接使用已有的。' })
    await form.leave()
  })

  await test.step('a task under way', async () => {
    const record = await openRecord(page, sheet.cell(0, 'title'))
    const open = async (button: string, title = button) => {
      await record.getByRole('button', { name: button, exact: true }).click()
      return Form.titled(page, title)
    }
    const edit = await open('修改任务', '修改任务 T0049')
    await edit.fill({ 事项: ' ', 文号: '清政督〔2026〕006号' })
    await edit.refuses('保存', { 事项: '请填写“事项”。' })
    await edit.fill({ 事项: '工会慰问' })
    await edit.refuses('保存', { 文号: '文号“清政督〔2026〕006号”已经存在，请换一个或直接使用已有的。' })
    await edit.leave()
    const feedback = await open('反馈进展')
    for (const progress of ['150', '-1', '三十', '50.5', '']) {
      await feedback.fill({ '进度（%）': progress, 进展情况: '' })
      await feedback.refuses('反馈进展', { '进度（%）': '进度须为 0 到 100 的整数，请改正。', 进展情况: '请填写进展情况，几个字也可以。' })
    }
    await feedback.fill({ '进度（%）': '50', 进展情况: long(2001) })
    await feedback.refuses('反馈进展', { 进展情况: '“进展情况”不能超过 2000 字，现有 2001 字，请缩短。' })
    await feedback.leave()
    const revoke = await open('撤销任务')
    await revoke.refuses('撤销任务', { 理由: '请填写理由。' })
    await revoke.fill({ 理由: long(2001) })
    await revoke.refuses('撤销任务', { 理由: '“理由”不能超过 2000 字，现有 2001 字，请缩短。' })
    await revoke.leave()
    await page.keyboard.press('Escape')
    await expect(record).toBeHidden()
  })

  await test.step('a step of many', async () => {
    await page.getByRole('checkbox', { name: '勾选第 9 行' }).check()
    await page.getByRole('checkbox', { name: '勾选第 10 行' }).check()
    await page.getByRole('button', { name: '更多步骤' }).click()
    await page.getByRole('menuitem', { name: /^撤销/ }).click()
    const many = Form.titled(page, '撤销：2 件任务')
    await many.refuses('撤销 2 件', { 理由: '请填写理由。' })
    await many.root.getByRole('checkbox', { name: '全选' }).uncheck()
    await many.refusesAll('撤销 0 件', '请至少勾选一件任务。')
    await many.leave()
    await page.getByRole('button', { name: '取消勾选' }).click()
  })

  await test.step('cells of the ledger', async () => {
    await sheet.refuses(9, 'title', long(201), '“事项”最多 200 个字，请缩短。')
    await sheet.refuses(9, 'due', noDay, dayFault('办理时限'))
    await sheet.refuses(9, 'weight', '7', '“权重”须在 1 到 3 之间，请改正。')
    await sheet.refusesBelow(9, 'hosts', '查无此人', '“主办”填写有误：花名册里没有“查无此人”，请核对姓名或先登记。')
    await sheet.refusesBelow(9, 'docNo', '清政督〔2026〕006号', '文号“清政督〔2026〕006号”已经存在，请换一个或直接使用已有的。')
  })

  await test.step('search, filters and views take any text as text', async () => {
    await sheet.filter(`%_\\${script}`)
    await expect(page.getByText('没有符合条件的行')).toBeVisible()
    await sheet.filter('')
    await page.getByRole('button', { name: '筛选“事项”' }).click()
    const filter = page.getByRole('form', { name: '筛选“事项”' })
    await filter.getByLabel('包含').fill(script)
    await filter.getByRole('button', { name: '确定' }).click()
    await expect(page.getByText(`事项：包含“${script}”`)).toBeVisible()
    await page.getByRole('button', { name: '清除筛选' }).first().click()
    await expect(sheet.status).toContainText('共 15 行')
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByLabel('视图名称').fill(' ')
    await expect(page.getByRole('button', { name: '另存为视图' })).toBeDisabled()
    await page.keyboard.press('Escape')
  })
  await expect(page).not.toHaveTitle('1')
  await witness.sawNothing()
})

test(`the township: modules, offices, posts and places refuse in one sentence and stay as they are ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)
  await window.open('系统')

  await test.step('modules', async () => {
    await page.getByRole('button', { name: '增加模块' }).click()
    const add = Form.titled(page, '增加模块')
    await add.refuses('保存', { 模块名称: '模块名称是空的，请填写。' })
    await add.fill({ 模块名称: long(51), 别名: long(51), 对应办公室: long(51) })
    await add.refuses('保存', { 模块名称: '“模块名称”不能超过 50 字，请改正。', 别名: '“别名”不能超过 50 字，请改正。', 对应办公室: '“对应办公室”不能超过 50 字，请改正。' })
    await add.fill({ 模块名称: '大党建', 别名: '', 对应办公室: '' })
    await add.refuses('保存', { 模块名称: '模块名称“大党建”已经存在，请换一个或直接使用已有的。' })
    await add.leave()
    await page.getByRole('button', { name: '修改大治理' }).click()
    const edit = Form.titled(page, '修改大治理')
    await edit.fill({ 模块名称: '大服务' })
    await edit.refuses('保存', { 模块名称: '模块名称“大服务”已经存在，请换一个或直接使用已有的。' })
    await edit.leave()
  })

  await test.step('offices', async () => {
    await page.getByRole('button', { name: '大党建模块长：' }).click()
    const appoint = Form.titled(page, '大党建 · 模块长')
    await appoint.fill({ 任职起始日: noDay })
    await appoint.refuses('任命', { 由谁担任: '由谁担任是空的，请填写。', 任职起始日: dayFault('任职起始日') })
    await appoint.pick('由谁担任', '余江波')
    await appoint.fill({ 任职起始日: '2025-01-01' })
    await appoint.refuses('任命', { 任职起始日: '“任职起始日”须晚于现任者叶建飞的起始日 2025-01-01，请改正。' })
    await appoint.leave()
  })

  await test.step('posts', async () => {
    await page.getByRole('button', { name: '岗位', exact: true }).click()
    await page.getByRole('button', { name: '增加岗位' }).click()
    const add = Form.titled(page, '增加岗位')
    await add.fill({ 岗位基础分: '-5', 岗位系数: '1.005', 工作量: '5.5', 难易度: '很难' })
    const factor = (label: string) => `${label}须为 1 到 5 的数（可带一位小数），请改正。`
    const number = (label: string) => `${label}须为不超过两位小数的数，请改正。`
    await add.refuses('保存', { 岗位名称: '岗位名称是空的，请填写。', 岗位基础分: number('岗位基础分'), 岗位系数: number('岗位系数'), 工作量: factor('工作量'), 难易度: factor('难易度') })
    await add.fill({ 岗位名称: '模块长岗', 岗位基础分: '', 岗位系数: '', 工作量: '', 难易度: '' })
    await add.refuses('保存', { 岗位名称: '岗位名称“模块长岗”已经存在，请换一个或直接使用已有的。' })
    await add.leave()
    const sheet = new Sheet(page)
    await sheet.refuses(1, 'score', '二十', number('岗位基础分'))
    await sheet.refuses(1, 'name', long(51), '“岗位名称”最多 50 个字，请缩短。')
    await sheet.refusesBelow(1, 'name', '班子分管岗', '岗位名称“班子分管岗”已经存在，请换一个或直接使用已有的。')
  })

  await test.step('places', async () => {
    await page.getByRole('button', { name: '编制', exact: true }).click()
    const approved = page.getByLabel('大党建公务员核定数')
    for (const text of ['-3', '1.5', '七']) {
      await approved.fill(text)
      await approved.press('Enter')
      await expect(page.getByRole('alert')).toHaveText('保存失败：大党建公务员的核定数须为 0 到 999 的整数，请改正。')
      await expect(approved).toHaveAttribute('aria-invalid', 'true')
    }
    await approved.press('Escape')
    await expect(approved).toHaveValue('7')
  })
  await witness.sawNothing()
})
