import { expect, type Page } from 'playwright/test'
import { plainPdf } from '../../shared/lib/plain-pdf.ts'
import { Attachments } from './pages/attachments.ts'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Form, long } from './pages/form.ts'
import { Sheet } from './pages/sheet.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

const scan = { name: '领导评分表.pdf', mimeType: 'application/pdf', buffer: Buffer.from(plainPdf(['领导评分表（签字）'])) }

test.use({ preset: 'scoring' })

test(`from A岗 to B岗 and back, by paper with its scan, and a ballot that is closed for good ${browserOnly}`, async ({ page, town, browser }) => {
  test.setTimeout(240_000)
  const open = async (account: string): Promise<Page> => {
    const own = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await (await town.door(own)).enter(account, password)
    return own
  }
  await (await town.door(page)).enter('叶小龙', password)
  const [leadA, leadB, head] = [await open('劳晨光'), await open('李伟军'), await open('叶建飞')]
  const office = new Evaluation(page)

  await test.step('A岗 leaves his sheet to B岗, with a reason, and takes it back', async () => {
    await new Evaluation(leadA).open('评分')
    await leadA.getByRole('button', { name: '开始评分' }).click()
    await leadA.getByRole('button', { name: '委托B岗' }).click()
    const form = Form.titled(leadA, '委托B岗李伟军评分')
    await form.refuses('委托B岗', { 委托理由: '“委托理由”不能为空，请填写。' })
    await form.fill({ 委托理由: long(201) })
    await form.refuses('委托B岗', { 委托理由: '“委托理由”不能超过 200 字，现有 201 字，请缩短。' })
    await form.fill({ 委托理由: '驻村蹲点' })
    await form.press('委托B岗')
    await expect(leadA.getByText('B岗李伟军（受A岗劳晨光委托），理由：驻村蹲点')).toBeVisible()
    await new Evaluation(leadB).open('评分')
    await expect(leadB.getByRole('row').filter({ hasText: 'B岗李伟军（受A岗劳晨光委托）' })).toHaveCount(1)
    await office.open('周期')
    await expect(page.getByText('B岗李伟军（受A岗劳晨光委托）').first()).toBeVisible()
    await leadA.getByRole('button', { name: '收回委托' }).click()
    await expect(leadA.getByRole('button', { name: '委托B岗' })).toBeVisible()
  })

  await test.step('a head leaves a word on his people', async () => {
    await new Evaluation(head).open('评分')
    await head.getByRole('button', { name: '写交接意见' }).click()
    const notes = new Sheet(head)
    await expect(notes.cell(0, 'note')).toBeVisible()
    await notes.paste(0, 'note', [['扎实，能担事'], ['刚接手，要带一带']])
    await expect(notes.status).toContainText('已保存')
    await notes.refuses(0, 'note', long(2001), '“交接意见”最多 2000 个字，请缩短。')
  })

  await test.step('督考 types in the paper; without its scan it is not handed in', async () => {
    await office.open('评分')
    await page.getByRole('row').filter({ hasText: '劳晨光' }).getByRole('button', { name: '代录' }).click()
    const sheet = new Sheet(page)
    await sheet.paste(0, 'given', [['4.5']])
    await expect(page.getByText('全部评完')).toBeVisible()
    const submit = async () => {
      await page.getByRole('button', { name: '提交', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
    }
    await submit()
    await expect(page.getByText('代录的评分表还没有附上纸质表的扫描件，请在“扫描件”里添加后再提交。')).toBeVisible()
    await page.getByRole('button', { name: '扫描件' }).click()
    const scans = new Attachments(page)
    await scans.add(scan)
    await expect(scans.names).toHaveText([scan.name])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '扫描件 1' })).toBeVisible()
    await submit()
    await expect(page.getByText('评分表已提交')).toBeVisible()
    await expect(page.getByText('叶小龙代录').first()).toBeVisible()
  })

  await test.step('closing: whoever has the ballot open is told', async () => {
    await new Evaluation(head).open('互评')
    await head.getByRole('radiogroup').first().getByRole('radio').first().check()
    await office.open('互评')
    await expect(page.getByText(/23 人参加，未投票 23 人/)).toBeVisible()
    await page.getByRole('button', { name: '关闭互评' }).click()
    const question = page.getByRole('dialog', { name: '关闭互评？' })
    await expect(question).toContainText('没有投票的 23 人按弃权计')
    await expect(question).toContainText('互评期间数据文件夹里没有备份')
    await question.getByRole('button', { name: '关闭互评' }).click()
    await expect(page.getByText('互评已关闭', { exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(head.getByText('互评已经关闭')).toBeVisible()
    await expect(page.getByRole('button', { name: '关闭互评' })).toHaveCount(0)
  })
})
