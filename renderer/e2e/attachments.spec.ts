import { mkdirSync, openSync, ftruncateSync, closeSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import { plainPdf } from '../../shared/lib/plain-pdf.ts'
import { Attachments, isDrawn } from './pages/attachments.ts'
import { hearComplaints } from './pages/complaints.ts'
import { deskOf } from './pages/desk.ts'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { pngOf } from './pages/sample-files.ts'
import { TaskLedger } from './pages/task-ledger.ts'
import { password, test } from './town.ts'

hearComplaints()

const pdf = { name: '批文.pdf', mimeType: 'application/pdf', buffer: Buffer.from(plainPdf(['关于开展河道整治的通知', '各村社：请于七月底前完成。'])) }
const photo = { name: '现场照片.png', mimeType: 'image/png', buffer: pngOf(2400, 1200) }

test('a clerk adds papers and pictures to a task, looks at them, takes one away and back again', async ({ page, town, home }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const ledger = await TaskLedger.of(window, '大治理')
  await ledger.propose({ title: '河道整治联合巡查', host: '叶小龙', due: '2026-12-20' })
  await page.getByPlaceholder('搜索事项、文号，可用拼音').fill('河道整治联合巡查')
  await ledger.open('河道整治联合巡查')
  const attachments = new Attachments(page)
  await expect(attachments.root).toContainText('还没有附件')

  await test.step('a paper in Chinese without fonts, and a picture, by the button', async () => {
    await attachments.add(pdf, photo)
    await expect(attachments.names).toHaveText(['批文.pdf', '现场照片.png'])
    const shown = await attachments.preview('批文.pdf')
    const first = shown.getByRole('group', { name: '第 1 页，共 1 页' })
    expect(await isDrawn(first)).toBe(true)
    await expect(first.locator('.pdf-text')).toContainText('关于开展河道整治的通知')
    expect(await layoutFaults(page)).toEqual([])
    expect(await accessFaults(page)).toEqual([])
    // The next one by the keyboard: shrunk to 1920 px before it was sent.
    await page.keyboard.press('ArrowRight')
    const picture = page.getByRole('img', { name: '现场照片.png' })
    await expect.poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : []))).toEqual([1920, 960])
    await page.keyboard.press('+')
    await expect(page.getByLabel('当前大小')).toHaveText('100%')
    await attachments.closePreview()
  })

  await test.step('a screenshot by Ctrl+V', async () => {
    await attachments.paste(pngOf(200, 100))
    await expect(attachments.names.last()).toHaveText(/^截图 \d{4}-\d\d-\d\d \d{4}\.(png|jpg)$/)
  })

  await test.step('what is no attachment is refused in one sentence, and not read', async () => {
    const huge = path.join(home, '录像.pdf')
    const handle = openSync(huge, 'w')
    ftruncateSync(handle, 2 * 1024 ** 3)
    closeSync(handle)
    await attachments.add(huge)
    await expect(attachments.root.getByRole('alert')).toContainText('“录像.pdf”有 2048.0 MB，超过 20.0 MB，请压缩或拆分后再添加。')
    await attachments.root.getByRole('button', { name: '收起 录像.pdf 的提示' }).click()
    await attachments.add({ ...pdf, name: '方案.docx' }, { ...pdf, name: '安装.exe' })
    await expect(attachments.root.getByRole('alert')).toHaveCount(2)
    await expect(attachments.root).toContainText('“方案.docx”的内容不是 docx 文件')
    await expect(attachments.root).toContainText('“安装.exe”这类文件不能作为附件')
    await expect(attachments.names).toHaveCount(3)
  })

  await test.step('removed, back by 撤销, removed again, back from the 回收站', async () => {
    await attachments.remove('批文.pdf')
    await expect(attachments.names).toHaveCount(2)
    await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await expect(attachments.names).toHaveCount(3)
    await attachments.remove('批文.pdf')
    await attachments.root.getByText('回收站（1）').click()
    await attachments.root.getByRole('button', { name: '恢复 批文.pdf' }).click()
    await expect(attachments.names).toHaveCount(3)
  })

  await test.step('saved elsewhere it is what it was', async () => {
    const folder = path.join(home, '另存')
    mkdirSync(folder)
    const saved = await deskOf(page).saveFile(folder, () => attachments.root.getByRole('button', { name: '另存 批文.pdf' }).click())
    expect(readFileSync(saved).equals(pdf.buffer)).toBe(true)
  })
  await ledger.close()
})
