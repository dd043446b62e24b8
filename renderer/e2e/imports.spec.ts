import { writeFileSync } from 'node:fs'
import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { ImportPanel } from './pages/import-panel.ts'
import { password, test } from './town.ts'

hearComplaints()

/** A list as 基层治理四平台 exports it: its own headings, its own words. */
function eventList(name: string, lines: readonly string[]): string {
  writeFileSync(name, `\uFEFF${['四平台事件导出清单', '流水号,经办人,属地,办结,分类,涉及对象', ...lines].join('\n')}\n`)
  return name
}

test('an event list of the 四平台: its columns and words are told once, and the next list of the sender is read by itself', async ({ page, town }, testInfo) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  await window.open('报表')
  await page.getByRole('link', { name: '导入' }).click()
  const panel = new ImportPanel(page)
  await panel.kind('服务记录')
  await panel.sender('县四平台')

  await panel.choose(eventList(testInfo.outputPath('四平台6月.csv'), ['1,叶小龙,上溪,2026-06-10,矛盾排查,王某', '2,叶小龙,上溪,2026-06-11,上门服务,李某', '3,查无此人,上溪,2026-06-11,上门服务,']))
  await expect(page.getByRole('alert')).toContainText('没有找到服务记录的表头')
  await page.getByRole('button', { name: '自己指定表头与列' }).click()
  const sheet = panel.reading
  await sheet.column('B 列 经办人', '姓名')
  await sheet.column('C 列 属地', '村社')
  await sheet.column('D 列 办结', '日期')
  await sheet.column('E 列 分类', '类别')
  await sheet.column('F 列 涉及对象', '户主或对象')
  await sheet.read()
  await expect(page.getByText('有 2 个词不认识')).toBeVisible()

  await page.getByRole('button', { name: '表头与列' }).click()
  await sheet.word('矛盾排查', '调解')
  await sheet.word('上门服务', '走访')
  await sheet.read()
  await expect(panel.row('查无此人')).toContainText('在册人员里没有“查无此人”')
  await panel.apply(2)

  await panel.again()
  await panel.choose(eventList(testInfo.outputPath('四平台7月.csv'), ['9,叶小龙,上溪,2026-06-12,上门服务,赵某']))
  await expect(page.getByText('按“县四平台”上次的表头与列读取')).toBeVisible()
  await panel.apply(1)
})

test('a file of another kind is taken where it belongs, people in one cell are rows of their own, and words that are not recorded are skipped', async ({ page, town }, testInfo) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  await window.open('报表')
  await page.getByRole('link', { name: '导入' }).click()
  const panel = new ImportPanel(page)
  await panel.kind('任务台账')
  const file = testInfo.outputPath('走访.csv')
  writeFileSync(file, `\uFEFF${['姓名,村社,日期,类别,户主', '叶小龙、查无此人,上溪,2026-06-10,走访,王某', '叶小龙,上溪,2026-06-11,设备检修,李某'].join('\n')}\n`)
  await panel.choose(file)
  await expect(page.getByRole('alert').filter({ visible: true })).toContainText('这张表看起来是服务记录，不是任务台账')
  await page.getByRole('button', { name: '改为导入服务记录' }).click()
  await expect(page.getByText('有 1 行写了几个人，每人各记一条。')).toBeVisible()
  await expect(panel.row('查无此人')).toContainText('有误')
  await page.getByRole('button', { name: '表头与列' }).filter({ visible: true }).click()
  await panel.reading.word('设备检修', '不导入（跳过）')
  await panel.reading.read()
  await expect(panel.row('设备检修')).toContainText('跳过')
  await panel.apply(1)
})
