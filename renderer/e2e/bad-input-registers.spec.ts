import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Form, long, noDay, script } from './pages/form.ts'
import { Registers } from './pages/registers.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test(`rows and definitions of a register are refused where they are typed ${browserOnly}`, async ({ page, town, browser }) => {
  await (await town.door(page)).enter('叶小龙', password)
  const registers = new Registers(page)
  await registers.open('govern', '矛盾纠纷')
  const witness = await Witness.begin(browser, town, password)

  await test.step('a new row', async () => {
    const row = await registers.newRow('矛盾纠纷')
    await row.fill({ 受理日期: noDay, 编号: '调2026-1', 当事人: long(201), 涉及人数: '三', 涉及金额: '1.234' })
    await row.field('村社').fill('没有的村')
    await row.field('调解员').fill(script)
    await row.refuses('保存', {
      受理日期: '“受理日期”填写有误：“2026-02-30”不是有效的日期，请写成 2026-03-15。',
      编号: '“编号”填写有误：“调2026-1”已在另一行登记过，请核对是否重复。',
      村社: '“村社”填写有误：没有“没有的村”这个村社，请核对名称或先登记。',
      纠纷类型: '“纠纷类型”填写有误：不能为空。',
      当事人: '“当事人”填写有误：不能超过 200 字。',
      涉及人数: '“涉及人数”填写有误：“三”不是数字，请只填数字，如 12.5。',
      涉及金额: '“涉及金额”填写有误：最多保留 2 位小数。',
      调解员: `“调解员”填写有误：花名册里没有“${script.slice(0, 20)}”，请核对姓名或先登记。`,
    })
    await row.leave()
  })

  await test.step('a cell', async () => {
    await registers.sheet.refuses(0, await registers.field('受理日期'), '上周', '“受理日期”的“上周”不是有效的日期，请写成 2026-03-15。')
    await registers.sheet.refusesBelow(0, await registers.field('编号'), '调2026-2', '“编号”填写有误：“调2026-2”已在另一行登记过，请核对是否重复。')
  })

  await test.step('a definition', async () => {
    const define = await registers.define('矛盾纠纷')
    await define.root.getByLabel('第 1 列的列名').fill('编号')
    await define.fill({ 台账名称: ' ' })
    await define.press('保存设置')
    await expect(define.sentences).toHaveText(['请填写“台账名称”。', '已有叫“编号”的列，请换一个列名。'])
    await define.leave()
    const types = await registers.define('矛盾纠纷')
    await types.root.getByLabel('第 4 列的选项').fill('邻里、婚姻家庭、山林土地、征地拆迁、损害赔偿、物业、经济合同、其他')
    await types.root.getByLabel('第 7 列的必填').check()
    await types.press('保存设置')
    await expect(types.sentences).toHaveText(['“纠纷类型”的选项“劳资”有 4 行（第一处是第 3 行）正在使用，不能删去，请先把这些行改成别的选项。', '“涉及金额”不能改为必填：有 8 行（第一处是第 1 行）还没有填写，请先补齐。'])
    await types.leave()
  })

  await test.step('a new register', async () => {
    await registers.press('新建空白台账')
    const blank = Form.titled(page, '新建台账')
    await blank.press('新建')
    await expect(blank.sentences).toHaveText(['请填写“台账名称”。', '第 1 列没有名称，请填写列名。'])
    await blank.fill({ 台账名称: long(51) })
    await blank.press('新建')
    await expect(blank.sentences).toHaveText(['“台账名称”不能超过 50 字，现有 51 字，请缩短。', '第 1 列没有名称，请填写列名。'])
    await blank.leave()
  })
  await witness.sawNothing()
})
