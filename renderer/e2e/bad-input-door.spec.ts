import path from 'node:path'
import { expect, type Page } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { dayFault, Form, long, noDay, script } from './pages/form.ts'
import { ImportPanel } from './pages/import-panel.ts'
import { Witness } from './pages/witness.ts'
import { Wizard } from './pages/wizard.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

const roster = path.resolve('electron/workbooks/imports/fixtures/roster-1.xlsx')

/** Chooses a file that holds some text and nothing else. */
async function chooseText(page: Page, button: string, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button, exact: true }).filter({ visible: true }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
}

const noBackup = '备份文件还没有选择，请选择扩展名为 .twbak 的文件。'

/** A file that is no backup is refused, and the sentence leads to where another one is chosen. */
async function refusesBackup(form: Form): Promise<void> {
  await form.refusesAll('恢复', '备份文件损坏或不属于本乡镇，没有恢复，当前数据没有改动，请换一个备份文件。')
  await form.sentences.getByRole('button').click()
  await expect(form.field('选择文件')).toBeFocused()
  await expect(form.field('选择文件')).toHaveAttribute('aria-invalid', 'true')
}

test.describe('before there is a township', () => {
  test.use({ preset: 'empty' })

  test(`each page of the first run, and the way back from a backup, name what is missing or wrong ${browserOnly}`, async ({ page, town }) => {
    await page.goto(await town.entrance())
    const form = new Form(page.locator('body'))
    const wizard = new Wizard(page)

    await test.step('back from a backup', async () => {
      await page.getByRole('button', { name: '从备份恢复' }).click()
      await form.press('恢复')
      await expect(form.sentences).toHaveText([noBackup, '恢复密钥是空的，请照纸上填写。'])
      await expect(form.field('恢复密钥')).toHaveAttribute('aria-invalid', 'true')
      await chooseText(page, '选择文件', '备份.twbak', '不是备份')
      await form.fill({ 恢复密钥: 'ABCD-EFGH' })
      await refusesBackup(form)
      await form.press('返回')
    })

    await test.step('the township and who makes it', async () => {
      await wizard.begin()
      await form.fill({ 考评年度: '二〇二六' })
      await form.refuses('下一步', {
        乡镇名称: '乡镇名称是空的，请填写。',
        '所属县（市、区）': '所属县（市、区）是空的，请填写。',
        填报单位: '填报单位是空的，请填写。',
        考评年度: '考评年度须为 2000 到 2099 的年份，请改正。',
        账号: '账号是空的，请填写。',
        密码: '密码至少 10 个字符，且同时含有字母和数字，请换一个。',
      })
      await form.fill({ 乡镇名称: script, '所属县（市、区）': long(51), 填报单位: '人民政府', 考评年度: '2100', 账号: long(51), 密码: 'qingxi-2026', 再输一次: 'qingxi-2027' })
      await form.refuses('下一步', {
        '所属县（市、区）': '所属县（市、区）超过 50 个字，请缩短。',
        考评年度: '考评年度须为 2000 到 2099 的年份，请改正。',
        账号: '账号超过 50 个字，请缩短。',
        再输一次: '“再输一次”与上面的密码不一致，请重新输入。',
      })
      await form.fill({ 考评年度: '2026' })
      await wizard.describe({ name: script, county: '云山县', account: 'admin', password: 'qingxi-2026' })
    })

    await test.step('the modules', async () => {
      await page.getByLabel('第 1 个模块的名称').fill('')
      await page.getByLabel('第 3 个模块的名称').fill('大协调')
      await page.getByLabel('第 4 个模块的别名').fill(long(51))
      await form.press('建立乡镇')
      await expect(form.sentences).toHaveText(['第 1 个模块没有名称，请填写或删除这一行。', '有两个模块都叫“大协调”，请改成不同的名称。', '第 4 个模块的别名超过 50 个字，请缩短。'])
      for (const label of ['第 1 个模块的名称', '第 3 个模块的名称', '第 4 个模块的别名']) await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true')
      await page.reload()
      await expect(page.getByRole('button', { name: '建立本乡镇' })).toBeVisible()
    })
  })

  test(`the recovery key, the roster and the offices: wrong groups, a wrong file and a missing officer are named ${browserOnly}`, async ({ page, town }) => {
    await page.goto(await town.entrance())
    const form = new Form(page.locator('body'))
    const wizard = new Wizard(page)
    await wizard.begin()
    await wizard.describe({ name: `清溪${script}镇`, county: '云山县', account: 'admin', password: 'qingxi-2026' })
    await wizard.create()

    await test.step('the key', async () => {
      await page.getByRole('button', { name: '已打印或抄好，下一步' }).click()
      const [first, second] = await page.getByRole('textbox').all()
      const labels = await page.locator('label').filter({ hasText: /^第 \d 组/ }).allInnerTexts()
      const [one = '', two = ''] = labels.map((label) => label.replace('*', '').trim())
      // Nothing is said before one has tried.
      await expect(form.sentences).toHaveCount(0)
      await form.refuses('核对并继续', { [one]: `${one}是空的，请照纸上填写。`, [two]: `${two}是空的，请照纸上填写。` })
      await first?.fill('〇〇〇〇')
      await second?.fill(script)
      await form.refuses('核对并继续', { [one]: `${one}与密钥不一致，请对照纸上重新填写。`, [two]: `${two}与密钥不一致，请对照纸上重新填写。` })
      await page.getByRole('button', { name: '再看一次密钥' }).click()
      await wizard.keepKey()
    })

    await test.step('the roster', async () => {
      await chooseText(page, '选择文件', '花名册.xlsx', '不是工作簿')
      await expect(page.getByRole('alert')).toHaveText('这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。')
      await expect(page.getByText('花名册现在是空的。')).toBeVisible()
      await page.getByRole('button', { name: '暂不导入，下一步' }).click()
      await expect(wizard.title).toHaveText('账号')
      await wizard.next()
    })

    await test.step('the offices', async () => {
      await page.getByRole('radio', { name: /三员分设/ }).check()
      await form.refuses('完成，进入系统', { 安全管理员: '安全管理员还没有指定，请选择账号或新建一个。', 审计员: '审计员还没有指定，请选择账号或新建一个。' })
      await page.getByRole('button', { name: '新建专用账号' }).first().click()
      const name = page.getByLabel('新账号名')
      for (const [text, sentence] of [['', '新账号名是空的，请填写。'], [long(51), '“新账号名”不能超过 50 字，请改正。'], ['admin', '账号“admin”已经存在，请换一个或直接使用已有的。']] as const) {
        await name.fill(text)
        await form.press('建立')
        await expect(page.getByText(sentence, { exact: true })).toBeVisible()
        await expect(name).toHaveAttribute('aria-invalid', 'true')
      }
      await expect(wizard.title).toHaveText('权限分工')
    })
    await expect(page).not.toHaveTitle('1')
  })
})

test('login and password: nobody comes in and no password changes by what is wrong', async ({ page, town }) => {
  const door = await town.door(page)
  const form = new Form(page.locator('body'))
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toHaveText(['账号是空的，请填写账号。', '密码是空的，请填写密码。'])
  for (const label of ['账号', '密码']) await expect(form.field(label)).toHaveAttribute('aria-invalid', 'true')
  for (const account of [script, long(300), "' or 1=1 --"]) {
    await door.tryToEnter(account, password)
    await expect(page.getByRole('alert')).toHaveText('账号或密码不正确，请核对后重新输入。')
  }

  const window = await door.enter('祝立群', password)
  await page.getByRole('button', { name: '祝立群' }).click()
  await page.getByRole('menuitem', { name: '修改密码' }).click()
  const change = Form.titled(page, '修改密码')
  await change.refuses('修改密码', { 现在的密码: '现在的密码是空的，请填写。' })
  await change.fill({ 现在的密码: 'wrong-password-1', 新密码: '短1' })
  await change.refuses('修改密码', { 新密码: '新密码至少 10 个字符，且同时含有字母和数字，请换一个。' })
  await change.fill({ 新密码: 'new-password-2', 再输一次: 'new-password-3' })
  await change.refuses('修改密码', { 再输一次: '“再输一次”与上面的密码不一致，请重新输入。' })
  await change.fill({ 再输一次: 'new-password-2' })
  await change.refuses('修改密码', { 现在的密码: '现在的密码不正确，请核对后重新输入。' })
  await page.keyboard.press('Escape')
  await window.lock()
  await door.tryToEnter('祝立群', 'new-password-2')
  await expect(page.getByRole('alert')).toHaveText('账号或密码不正确，请核对后重新输入。')
  await door.enter('祝立群', password)
  await expect(page).not.toHaveTitle('1')
})

test(`administration: accounts, roles, a backup that is none, and the filters of the log ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('徐露', password)
  const security = await (await browser.newContext()).newPage()
  await (await (await town.door(security)).enter('吴春霞', password)).open('系统')
  const witness = await Witness.begin(browser, town, password)
  await window.open('系统')

  await test.step('one account', async () => {
    await page.getByRole('button', { name: '新建账号' }).click()
    const form = Form.titled(page, '新建账号')
    await form.refuses('建立', { 账号: '账号是空的，请填写。' })
    await form.fill({ 账号: long(51) })
    await form.refuses('建立', { 账号: '“账号”不能超过 50 字，请改正。' })
    await form.fill({ 账号: '徐露' })
    await form.refuses('建立', { 账号: '账号“徐露”已经存在，请换一个或直接使用已有的。' })
    await form.leave()
  })

  await test.step('many accounts', async () => {
    await page.getByRole('button', { name: '批量开通' }).click()
    const form = new Form(page.locator('body'))
    await form.fill({ 李伟军的登录名: ' ', 劳俊的登录名: '徐露', 周斌的登录名: 'zhangjiaming', 王佳明的登录名: long(51) })
    await form.press('开通 102 个账号')
    await expect(form.sentences).toHaveText(['李伟军的登录名是空的，请填写。', '登录名“徐露”已有账号，请换一个。', '登录名“zhangjiaming”用了两次，请改成不同的。', '王佳明的登录名超过 50 个字，请缩短。'])
    for (const name of ['李伟军', '劳俊', '张佳明', '王佳明']) await expect(form.field(`${name}的登录名`)).toHaveAttribute('aria-invalid', 'true')
    await form.press('返回账号列表')
  })

  await test.step('roles', async () => {
    await security.getByRole('gridcell', { name: '徐露' }).first().click()
    await security.keyboard.press('Alt+Enter')
    await security.getByRole('button', { name: '分配角色' }).click()
    const form = Form.titled(security, '分配角色 · 徐露')
    await form.root.getByRole('checkbox', { name: /^系统管理员/ }).uncheck()
    await form.refusesAll('保存', '“角色”填写有误：至少要保留一名启用的系统管理员。')
    await form.leave()
  })

  await test.step('the filters of the log', async () => {
    const log = witness.page
    const [from, to] = [log.getByLabel('起', { exact: true }), log.getByLabel('止', { exact: true })]
    await from.fill(noDay)
    await from.press('Tab')
    await expect(log.getByRole('alert')).toHaveText(dayFault('起'))
    await expect(from).toHaveAttribute('aria-invalid', 'true')
    await from.fill('2026-03-02')
    await to.fill('2026-03-01')
    await expect(log.getByText('“止”早于“起”，请改正日期。')).toBeVisible()
    await log.getByRole('button', { name: '清除筛选' }).click()
  })
  await witness.sawNothing()

  await test.step('a backup that is none', async () => {
    await page.getByRole('link', { name: '备份' }).click()
    await page.getByRole('button', { name: '从文件恢复' }).click()
    const form = Form.titled(page, '从备份文件恢复')
    await form.press('恢复')
    await expect(form.sentences).toHaveText([noBackup, '确认处须输入“恢复”两个字。'])
    await expect(form.field('确认')).toHaveAttribute('aria-invalid', 'true')
    await chooseText(page, '选择文件', '备份.twbak', '不是备份')
    await form.fill({ 确认: '恢复' })
    await refusesBackup(form)
    await form.press('取消')
    await page.getByRole('button', { name: '检查数据' }).click()
    await expect(page.getByRole('heading', { name: /^检查结果/ })).toBeVisible()
  })
})

test(`files: what is no roster and no workbook is refused, and a wrong day imports nothing ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)
  await window.open('报表')
  await page.getByRole('link', { name: '导入' }).click()
  const told = page.getByRole('alert').filter({ visible: true })
  for (const [name, text, sentence] of [
    ['花名册.docx', '', '只能导入 .xlsx 或 .csv 文件，请另存为这两种格式后再试。'],
    ['花名册.xlsx', '不是工作簿', '这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。'],
    ['花名册.csv', '', '文件是空的，请检查后重新选择。'],
    ['花名册.csv', 'a,b\n1,2\n', '没有找到花名册的表头，请确认有“姓名”一列，并至少还有两列如“身份证号”“所在模块”。'],
  ] as const) {
    await chooseText(page, '选择文件', name, text)
    await expect(told).toHaveText(sentence)
  }

  const panel = new ImportPanel(page)
  const day = page.getByLabel('数据日期').filter({ visible: true })
  const wrongDay = dayFault('数据日期')
  await day.fill(noDay)
  await day.press('Tab')
  await expect(told.filter({ hasText: wrongDay })).toHaveCount(1)
  await chooseText(page, '选择文件', '花名册.csv', '姓名,性别,身份证号,所在模块\n张三,男,,大党建\n')
  await expect(told.filter({ hasText: wrongDay })).toHaveCount(2)
  await day.fill('2026-07-01')
  await expect(told.filter({ hasText: wrongDay })).toHaveCount(0)
  await panel.choose(roster)
  const take = page.getByRole('button', { name: /^导入合格的 \d+ 行$/ })
  await expect(take).toBeVisible()
  await day.fill(noDay)
  await take.click()
  await expect(told.filter({ hasText: wrongDay }).first()).toBeVisible()
  await expect(take).toBeVisible()

  await page.getByRole('link', { name: '核验' }).click()
  await chooseText(page, '选择工作簿', '考评.xlsx', '不是工作簿')
  await expect(told).toHaveText('这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再核验。')
  await witness.sawNothing()
})
