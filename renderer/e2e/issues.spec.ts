import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { IssueList } from './pages/issue-list.ts'
import { password, test } from './town.ts'

hearComplaints()

const title = '文化礼堂屋顶漏雨'

test('民情: told on a visit, dispatched to another module, handled, not satisfied, handled again, satisfied; the service record waits to be verified', async ({ page, town }) => {
  const door = await town.door(page)
  const list = new IssueList(page)

  await test.step('the clerk records it from the workbench', async () => {
    const window = await door.enter('祝立群', password)
    await list.record({ title, village: '上溪村' })
    await window.lock()
  })

  await test.step('督考 dispatches it', async () => {
    const window = await door.enter('叶小龙', password)
    const section = await IssueList.of(window, '大治理')
    await section.open(title)
    await section.take('派办', '待受理', async (form) => {
      await form.pick('责任模块', '大党建')
      await form.fill({ 交办意见: '先到现场看一看' })
    })
    await section.close()
    await window.lock()
  })

  await test.step('the head of the module accepts and handles it', async () => {
    const window = await door.enter('叶建飞', password)
    await list.openWaiting()
    await list.open(title)
    await expect(list.sheet).toContainText('由责任模块长（叶建飞）受理')
    await list.take('受理', '办理中')
    await list.take('办理完毕', '待回访', (form) => form.fill({ 办理结果: '换了两片瓦' }))
    await expect(list.sheet).toContainText('目前没有您可以办理的步骤。')
    await list.close()
    await window.lock()
  })

  await test.step('whoever recorded it asks again: not satisfied', async () => {
    const window = await door.enter('祝立群', password)
    await list.openWaiting()
    await list.open(title)
    await list.take('登记回访', '办理中', async (form) => {
      await form.root.getByRole('radio', { name: '不满意', exact: true }).check()
      await form.fill({ 不满意的原因: '又漏了' })
    })
    await list.close()
    await window.lock()
  })

  await test.step('handled again, and satisfied', async () => {
    const handling = await door.enter('叶建飞', password)
    await list.openWaiting()
    await list.open(title)
    await list.take('办理完毕', '待回访', (form) => form.fill({ 办理结果: '重做防水层' }))
    await list.close()
    await handling.lock()
    const asking = await door.enter('祝立群', password)
    await list.openWaiting()
    await list.open(title)
    await list.take('登记回访', '已办结', (form) => form.root.getByRole('radio', { name: '满意', exact: true }).check())
    await list.close()
    await asking.lock()
  })

  await test.step('the work counts for the handler once it is verified', async () => {
    await door.enter('叶建飞', password)
    await page.getByRole('button', { name: '服务记录', exact: true }).first().click()
    await page.getByRole('checkbox', { name: /^只看/ }).uncheck()
    await expect(page.getByRole('dialog').first()).toContainText(title)
  })
})
