import { expect } from 'playwright/test'
import { Layouts } from './pages/layouts.ts'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { browserOnly, password, test } from './town.ts'

test(`a form of the township's own: copied, changed with its pages beside it, put in use, and an export made by it ${browserOnly}`, async ({ page, town }) => {
  const window = await (await town.door(page)).enter('应素芬', password)
  await window.open('报表')
  const layouts = await new Layouts(page).open()
  await layouts.copy('四维考评（季度）', '县里的格式')
  await layouts.sheet('公示表')
  await layouts.rename('总分', '考评得分')
  await layouts.show('序列', false)
  await layouts.moveUpTwice('等次')
  expect(await layouts.headings()).toEqual(['序号', '姓名', '所在模块', '考评得分', '全镇排名', '等次', '模块排名', '序列排名', '备注'])
  await expect(layouts.preview.getByText('考评得分', { exact: true }).first()).toBeVisible()
  await expect(layouts.preview.getByText('序列', { exact: true })).toHaveCount(0)
  expect([await layoutFaults(page), await accessFaults(page)]).toEqual([[], []])

  await layouts.rename('姓名', '')
  await layouts.save()
  await expect(layouts.faults).toContainText('工作表“公示表”有一列没有表头（原为“姓名”）')
  await window.open('工作台')
  await page.getByRole('dialog').getByRole('button', { name: '继续填写' }).click()
  await layouts.renameEmpty('姓 名')
  await layouts.save()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await layouts.use()
  await expect(layouts.state('使用中')).toBeVisible()

  await page.getByRole('link', { name: '导出', exact: true }).click()
  await page.getByRole('radio', { name: '四维考评工作簿' }).check()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '县里的格式' })).toHaveCount(1)
})
