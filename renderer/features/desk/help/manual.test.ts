import { describe, expect, test } from 'vitest'
import { anchorOf, manualText, pictureAddress, sectionsOf, sectionsWith } from './manual.ts'

const sections = sectionsOf(manualText)
const anchors = new Set(sections.map(({ anchor }) => anchor))

describe('the manual', () => {
  test('every picture it names is there', () => {
    const named = [...manualText.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, source = '']) => source)
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((source) => pictureAddress(source) === null)).toEqual([])
  })

  test('every picture says what it shows', () => {
    expect([...manualText.matchAll(/!\[\]/g)]).toEqual([])
  })

  test('the contents name every chapter, in order, and every reference leads to a heading', () => {
    const contents = sections[0]?.body ?? ''
    const chapters = sections.filter(({ level }) => level === 2).slice(1)
    expect([...contents.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)].map(([, title, anchor]) => ({ title, anchor }))).toEqual(chapters.map(({ title, anchor }) => ({ title, anchor })))
    expect([...manualText.matchAll(/(?<!!)\[[^\]]+\]\(#([^)]+)\)/g)].filter(([, anchor = '']) => !anchors.has(anchor))).toEqual([])
  })

  test('headings are plain, and no two have the same anchor', () => {
    expect(sections.filter(({ title }) => /[`*[\]]/.test(title))).toEqual([])
    expect(anchors.size).toBe(sections.length)
  })

  test('it leads nowhere outside', () => {
    expect([...manualText.matchAll(/\]\((?!#|pictures\/)[^)]*\)/g)]).toEqual([])
  })

  test('the users read no words of the trade', () => {
    const [body = ''] = manualText.split('## 附录')
    expect([...body.matchAll(/宿主|接口|API|JSON|Electron|数据库|客户端|服务端|进程|浏览器/g)].map(([word]) => word)).toEqual([])
  })
})

test.each([
  ['三、登录、锁定与密码', '三登录锁定与密码'],
  ['附录、命令行（管理员）', '附录命令行管理员'],
  ['Ctrl+K 查找', 'ctrlk-查找'],
])('the anchor of “%s”', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor)
})

test('sections are headings with their text, and a word finds the ones that hold it', () => {
  const found = sectionsOf('# 手册\n前言\n## 一、登录\n账号\n### 锁定\n离开座位\n## 二、任务\n签收')
  expect(found).toEqual([
    { level: 2, title: '一、登录', anchor: '一登录', chapter: '一、登录', body: '账号\n' },
    { level: 3, title: '锁定', anchor: '锁定', chapter: '一、登录', body: '离开座位\n' },
    { level: 2, title: '二、任务', anchor: '二任务', chapter: '二、任务', body: '签收' },
  ])
  expect(sectionsWith(found, ' 签收 ').map(({ title }) => title)).toEqual(['二、任务'])
  expect(sectionsWith(found, '').length).toBe(3)
})
