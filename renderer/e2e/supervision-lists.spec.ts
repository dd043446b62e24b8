import { expect } from 'playwright/test'
import { layoutFaults } from './pages/faults.ts'
import { Sheet } from './pages/sheet.ts'
import { password, test } from './town.ts'

test.use({ preset: 'large' })

test('督办单 and 延期 by the thousand: searched by initials, filtered at the heading, read to the last', async ({ page, town }) => {
  const door = await town.door(page)
  await door.enter('叶小龙', password)
  const sheet = new Sheet(page)
  const filtered = sheet.status.filter({ hasText: /筛选出 [1-9]\d* 行/ })

  await test.step('已签发, all of it', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/coordinate/supervision/papers'
    })
    await page.getByRole('radio', { name: /已签发/ }).check()
    await expect(sheet.status).toContainText(/共 10,0\d\d 行/)
    await expect(sheet.cell(0, 'title')).not.toBeEmpty()
    expect(await layoutFaults(page)).toEqual([])
    await sheet.search('wfpc')
    await expect(filtered).toBeVisible()
    await expect(sheet.cell(0, 'title')).toContainText('危房排查')
  })

  await test.step('延期, its last row and those of one state', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/coordinate/supervision/extensions'
    })
    await expect(sheet.status).toContainText(/共 10,0\d\d 行/)
    await sheet.cell(0, 'title').click()
    await page.keyboard.press('Control+End')
    await expect(sheet.root.locator('.ag-row[row-index="10000"] [col-id="answer"]')).not.toBeEmpty()
    await page.getByRole('button', { name: '筛选“状态”' }).click()
    const form = page.getByRole('form', { name: '筛选“状态”' })
    await form.getByText('待审批').click()
    await form.getByRole('button', { name: '确定' }).click()
    await expect(filtered).toBeVisible()
    await expect(sheet.cell(0, 'state')).toHaveText('待审批')
  })
})
