import { expect } from 'playwright/test'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { password, test } from './town.ts'

test('F1 opens the manual: a word leads to its section, a picture is there, the place behind it stays', async ({ page, town }) => {
  await (await town.door(page)).enter('祝立群', password)
  const address = page.url()
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: '使用手册' })
  await expect(sheet.getByRole('heading', { level: 2 }).first()).toBeVisible()
  const picture = sheet.getByRole('img', { name: '评分表' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(0)

  const contents = sheet.getByRole('navigation', { name: '目录' })
  await contents.getByRole('searchbox', { name: '在手册中查找' }).fill('撤销导入')
  await contents.getByRole('button', { name: '撤销导入' }).click()
  await expect(sheet.getByRole('heading', { name: '撤销导入' })).toBeInViewport()
  await contents.getByRole('searchbox', { name: '在手册中查找' }).fill('没有这样的词')
  await expect(contents).toContainText('手册里没有这个词')
  await contents.getByRole('searchbox', { name: '在手册中查找' }).fill('')

  await sheet.getByRole('button', { name: '安全说明', exact: true }).click()
  await expect(sheet.getByRole('heading', { name: '十三、安全说明' })).toBeInViewport()
  // Names of systems and files have no Chinese ones.
  const faults = (await layoutFaults(page)).filter((fault) => !/^untranslated: (Windows|AppImage|LibreOffice|webp|docx) /.test(fault))
  expect([faults, await accessFaults(page)]).toEqual([[], []])

  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  expect(page.url()).toBe(address)
})

test('the palette and the menu of the account open it too', async ({ page, town }) => {
  const window = await (await town.door(page)).enter('祝立群', password)
  await (await window.search('shouce')).filter({ hasText: '使用手册' }).click()
  const sheet = page.getByRole('dialog', { name: '使用手册' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.getByRole('button', { name: '祝立群（经办）' }).click()
  await page.getByRole('menuitem', { name: '使用手册' }).click()
  await expect(sheet).toBeVisible()
})
