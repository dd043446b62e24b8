import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'playwright/test'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { browserOnly, password, test } from './town.ts'

test('a wrong password is told in one sentence, the right one opens the window', async ({ page, town }) => {
  const door = await town.door(page)
  expect([await layoutFaults(page), await accessFaults(page)]).toEqual([[], []])
  await door.tryToEnter('叶小龙', 'wrong-password-1')
  await expect(page.getByText('账号或密码不正确，请核对后重新输入。')).toBeVisible()
  await door.tryToEnter('没有这个人', password)
  await expect(page.getByText('账号或密码不正确，请核对后重新输入。')).toBeVisible()
  const window = await door.enter('叶小龙', password)
  await expect(window.tabs.getByRole('button')).toHaveText([/^工作台\d+$/, '大党建', '大协调', '大治理', '大经济（大生态）', '大执法', '大服务', '四维考评', '报表', '系统'])
})

test('locked is locked: no name stays on the screen, and the place is found again after the login', async ({ page, town }) => {
  const door = await town.door(page)
  const window = await door.enter('叶小龙', password)
  await window.open('大党建')
  await expect(page.getByRole('main')).toBeVisible()
  await page.getByRole('button', { name: '锁定' }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  const body = await page.locator('body').innerHTML()
  expect(['叶小龙', '清溪镇', '劳晨光'].filter((name) => body.includes(name))).toEqual([])
  await door.enter('叶小龙', password)
  await expect(window.tabs.getByRole('button', { name: '大党建' })).toHaveAttribute('aria-current', 'page')
})

test(`a used entrance opens no second window, and a page without one says how to get in ${browserOnly}`, async ({ page, town, browser }) => {
  const entrance = await town.entrance()
  await page.goto(entrance)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(entrance)
  await expect(stranger.getByText('这个链接已经用过或已失效')).toBeVisible()
  await stranger.goto(new URL(entrance).origin)
  await expect(stranger.getByText('请从程序打开窗口')).toBeVisible()
  await stranger.context().close()
})

test(`a page on the disk leads in, as the program opens its window ${browserOnly}`, async ({ page, town, home }) => {
  const opening = path.join(home, 'open.html')
  writeFileSync(opening, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${await town.entrance()}">`)
  await page.goto(pathToFileURL(opening).href)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
})

test('the palette finds a person by initials, a task by Chinese, and every command by pinyin', async ({ page, town }) => {
  const door = await town.door(page)
  const window = await door.enter('叶小龙', password)
  await expect((await window.search('ouyj')).first()).toContainText('欧阳俊')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('欧阳俊')
  await page.keyboard.press('Escape')
  await expect((await window.search('shisuan')).filter({ hasText: '命令' }).first()).toContainText('试算')
})

test(`what another window changes is seen at once, and who is appointed gets the tab ${browserOnly}`, async ({ page, town, browser }) => {
  const first = await (await town.door(page)).enter('祝立群', password)
  await expect(first.tabs.getByRole('button')).toHaveText(['工作台', '大党建', '四维考评'])
  const other = await (await browser.newContext()).newPage()
  const second = await (await town.door(other)).enter('应素芬', password)
  await second.open('系统')
  await other.getByRole('button', { name: '修改大党建' }).click()
  await other.getByLabel('模块名称').fill('大党建工作')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(first.tabs.getByRole('button', { name: '大党建工作' })).toBeVisible()
  await second.appoint('大协调', '副模块长', '祝立群', '2026-01-01')
  await expect(first.tabs.getByRole('button')).toHaveText([/^工作台\d+$/, '大党建工作', '大协调', '四维考评'])
  await other.context().close()
})
