import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { dayFault, Form, long, noDay } from './pages/form.ts'
import { VillageWork } from './pages/village-work.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test(`villages, teams, Tuesdays and meetings: what is typed wrong is named and changes nothing ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)

  await test.step('a village', async () => {
    await VillageWork.of(window, '大党建', '组团联村')
    await page.getByRole('button', { name: '新增村社' }).click()
    const form = Form.titled(page, '新增村社')
    await form.refuses('保存', { 名称: '请填写“名称”。' })
    await form.fill({ 名称: long(51) })
    await form.refuses('保存', { 名称: '“名称”不能超过 50 字，现有 51 字，请缩短。' })
    await form.fill({ 名称: '上溪村', 户数: '-3' })
    await form.refuses('保存', { 户数: '“户数”须为 0 到 99999 的整数，请改正。' })
    await form.fill({ 户数: '三百' })
    await form.refuses('保存', { 户数: '“户数”须为 0 到 99999 的整数，请改正。' })
    await form.fill({ 户数: '300' })
    await form.refuses('保存', { 名称: '村社名称“上溪村”已经存在，请换一个或直接使用已有的。' })
    await form.fill({ 名称: '新溪村' })
    await form.pick('团长', '祝立群')
    await form.refuses('保存', { 团长: '“团长”填写有误：须由班子成员担任。' })
    await form.leave()
  })

  await test.step('a member', async () => {
    await page.evaluate(() => {
      location.hash = '#/workbench'
    })
    await (await window.search('上溪村')).filter({ hasText: /上溪村\s*团长/ }).first().click()
    await page.getByRole('button', { name: '加入成员' }).click()
    const form = Form.titled(page, '加入上溪村组团')
    await form.fill({ 开始日期: noDay })
    await form.refuses('加入', { 人员: '请选择“人员”。', 开始日期: dayFault('开始日期') })
    await form.pick('人员', '徐玲')
    await form.fill({ 开始日期: '2026-06-02', 结束日期: '2026-06-01' })
    await form.refuses('加入', { 结束日期: '“结束日期”早于开始日期，请改正日期。' })
    await form.fill({ 结束日期: '2026-06-30' })
    await form.refusesAll('加入', '徐玲 2025-01-01 至 今 已在上溪村组团，请改为不重叠的日期，或先结束原来的。')
    await form.leave()
    await page.keyboard.press('Escape')
  })

  await test.step('lines of a Tuesday', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/party/tuesday/2027-03-02'
    })
    await page.getByRole('button', { name: '添加', exact: true }).click()
    const form = Form.titled(page, '添加 3月2日 的安排')
    await form.refuses('添加', { 人员和村社: '请填写“人员和村社”，一行一人。' })
    await form.fill({ 人员和村社: '无此人 上溪村' })
    await form.refuses('添加', { 人员和村社: '“人员和村社”第 1 行：没有找到“无此人”，请核对姓名。' })
    await form.fill({ 人员和村社: '叶建飞' })
    await form.refuses('添加', { 人员和村社: '“人员和村社”第 1 行：没有写村社，请补上。' })
    await form.fill({ 人员和村社: '叶建飞\t上溪村\t开大会' })
    await form.refuses('添加', { 人员和村社: '“人员和村社”第 1 行：没有“开大会”这个主题。' })
    await form.leave()
  })

  await test.step('a meeting', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/coordinate/meetings'
    })
    await page.getByRole('button', { name: '安排会议' }).click()
    const form = Form.titled(page, '安排会议')
    await form.fill({ 日期: noDay, 时间: '25:00' })
    await form.refuses('保存', { 会议名称: '请填写“会议名称”。', 日期: dayFault('日期'), 时间: '“时间”的“25:00”不是有效的时间，请写成 09:00。' })
    await form.fill({ 会议名称: '例会', 日期: '2027-03-02', 时间: '' })
    await form.refuses('保存', { 例外理由: '“例外理由”不能为空：周二无会日开会须写明理由，或改到其他日子。', 批准的党政正职: '请选择“批准的党政正职”，或改到其他日子。' })
    await form.leave()
  })

  await test.step('a verification taken back', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/party/teams/records'
    })
    await new VillageWork(page).ofRow('已核实', '撤回核实')
    const form = Form.titled(page, '撤回 1 条服务记录的核实')
    await form.refuses('撤回核实', { 撤回理由: '“撤回理由”不能为空，请填写。' })
    await form.fill({ 撤回理由: long(201) })
    await form.refuses('撤回核实', { 撤回理由: '“撤回理由”不能超过 200 字，现有 201 字，请缩短。' })
    await form.leave()
  })
  await witness.sawNothing()
})

test(`a service record: days, kinds and texts that cannot be are named and change nothing ${browserOnly}`, async ({ page, town, browser }) => {
  await (await town.door(page)).enter('祝立群', password)
  const witness = await Witness.begin(browser, town, password)
  const form = await new VillageWork(page).beginEntry()
  await form.fill({ 日期: noDay, 数量: '0' })
  await form.refuses('保存', { 日期: dayFault('日期'), 数量: '“数量”须为大于 0、不超过 1000 的数，最多两位小数，请改正。' })
  await form.pick('村社', '下溪村')
  await form.fill({ 日期: '2099-01-01', 数量: '1', 户主: '甲' })
  await form.refuses('保存（1 条）', { 日期: '“日期”填写有误：不能晚于今天。' })
  await form.fill({ 日期: '2020-01-01' })
  await form.refuses('保存（1 条）', { 日期: '“日期”填写有误：所在季度已经冻结，请改为仍可录入的日期。' })
  await form.fill({ 日期: '2026-06-26', 户主: long(51) })
  await form.refuses('保存', { 户主: `“户主”的“${long(12)}…”超过 50 字，请用、或换行隔开各户。` })
  await form.fill({ 户主: '甲', 备注: long(2001) })
  await form.refuses('保存', { 备注: '“备注”不能超过 2000 字，现有 2001 字，请缩短。' })
  await form.leave()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await witness.sawNothing()
})
