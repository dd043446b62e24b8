import { describe, expect, test } from 'vitest'
import type { Me } from '../../shared/contract/township/session.ts'
import { grantsOf } from '../../shared/domain/township/access/scope.ts'
import { capabilities } from '../../shared/domain/township/access/permissions.ts'
import type { Role } from '../../shared/domain/township/access/roles.ts'
import { firstPeriod } from './choose-period.ts'
import { placeCommands } from './commands.ts'
import { hitEntries } from './palette-entries.ts'
import { tabsOf, type TabModule } from './tabs.ts'

const modules: readonly TabModule[] = [
  { id: 'm1', code: 'party', name: '大党建', alias: null, colour: '#a3423e', enabled: true, sections: [] },
  { id: 'm2', code: 'economy', name: '大经济', alias: '大生态', colour: '#187a3b', enabled: true, sections: [] },
  { id: 'm3', code: 'old', name: '撤销模块', alias: null, colour: null, enabled: false, sections: [] },
]

function meWith(roles: readonly Role[], own: Partial<Pick<Me, 'memberOf' | 'heads' | 'leads'>> = {}): Me {
  return {
    kind: 'account',
    name: '某某',
    staffId: null,
    staffName: null,
    roles: [...roles],
    capabilities: capabilities.filter((capability) => grantsOf(capability, roles).length > 0),
    memberOf: [],
    heads: [],
    leads: [],
    mustChangePassword: false,
    township: { name: '清溪镇', county: '示例县', reportingUnit: '清溪镇人民政府', origin: 'real' },
    ...own,
  }
}

const labels = (me: Me) => tabsOf(me, modules).map(({ label }) => label)

describe('the tabs', () => {
  test.each([
    ['a principal sees every module in use', meWith(['principal']), ['工作台', '大党建', '大经济（大生态）', '四维考评', '报表', '系统']],
    ['a clerk the modules he works in', meWith(['clerk'], { memberOf: ['m2'] }), ['工作台', '大经济（大生态）', '四维考评']],
    ['a head the own one', meWith(['head'], { heads: ['m1'] }), ['工作台', '大党建', '四维考评', '报表', '系统']],
    ['a system administrator nothing but the system', meWith(['sysadmin']), ['系统']],
    ['an auditor nothing but the system', meWith(['auditor']), ['系统']],
    ['nobody nothing', meWith([]), []],
  ])('%s', (_, me, expected) => {
    expect(labels(me)).toEqual(expected)
  })

  test('the first nine answer to Alt and a digit; every section is a command', () => {
    const me = meWith(['principal'])
    const commands = placeCommands(tabsOf(me, modules), me.capabilities)
    expect(commands.filter(({ keys }) => keys.length > 0).map(({ label, keys }) => `${keys.join('+')} ${label}`)).toEqual(['Alt+1 工作台', 'Alt+2 大党建', 'Alt+3 大经济（大生态）', 'Alt+4 四维考评', 'Alt+5 报表', 'Alt+6 系统'])
    expect(commands.map(({ label }) => label)).toContain('大经济（大生态） · 任务')
    expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length)
    const clerk = meWith(['clerk'], { memberOf: ['m1'] })
    const places = placeCommands(tabsOf(clerk, modules), clerk.capabilities).map(({ label }) => label)
    expect([places.includes('四维考评 · 互评'), places.includes('四维考评 · 试算'), commands.some(({ label }) => label === '四维考评 · 试算')]).toEqual([true, false, true])
  })

  test('what the search finds leads to its module, or to one that may be opened', () => {
    const tabs = tabsOf(meWith(['clerk'], { memberOf: ['m2'] }), modules)
    const hits = [
      { kind: 'person', id: 'p', title: '欧阳锋', detail: '', moduleId: 'm2', register: null },
      { kind: 'task', id: 't', title: '清淤', detail: '', moduleId: 'm1', register: null },
      { kind: 'register', id: 'r', title: '重点项目', detail: '', moduleId: 'm2', register: 'economy-projects' },
    ] as const
    const went: unknown[] = []
    const hands = { go: (place: unknown) => void went.push(place), lock: () => undefined, changePassword: () => undefined, openManual: () => undefined, print: () => undefined, toggleDensity: () => undefined }
    hitEntries(hits, modules, tabs).forEach(({ open }) => open(hands))
    expect(went).toEqual([
      { tab: 'module', module: 'economy', section: 'people', id: 'p' },
      { tab: 'module', module: 'economy', section: 'tasks', id: 't' },
      { tab: 'module', module: 'economy', section: 'registers', id: 'economy-projects/r' },
    ])
  })
})

test('a village leads to the module that keeps the 组团, where that may be opened', () => {
  const keeping = modules.map((module) => (module.code === 'party' ? { ...module, sections: ['teams'] as const } : module))
  const went: unknown[] = []
  const hands = { go: (place: unknown) => void went.push(place), lock: () => undefined, changePassword: () => undefined, openManual: () => undefined, print: () => undefined, toggleDensity: () => undefined }
  const hit = { kind: 'village', id: 'v', title: '上溪村', detail: '', moduleId: null, register: null } as const
  for (const me of [meWith(['principal']), meWith(['clerk'], { memberOf: ['m2'] })]) hitEntries([hit], keeping, tabsOf(me, keeping)).forEach(({ open }) => open(hands))
  expect(went).toEqual([{ tab: 'module', module: 'party', section: 'teams', id: 'v' }, { tab: 'evaluation', section: 'inputs' }])
})

describe('the period a window begins with', () => {
  const quarter = (place: number, stage: string) => ({ code: `2026Q${place}`, kind: 'quarter' as const, stage, start: `2026-0${place * 3 - 2}-01`, end: `2026-0${place * 3}-30` })
  test.each([
    ['one at work', [quarter(1, 'locked'), quarter(2, 'scoring'), quarter(3, 'collecting')], '2026-08-01', '2026Q2'],
    ['today’s', [quarter(1, 'locked'), quarter(2, 'collecting'), quarter(3, 'configuring')], '2026-05-01', '2026Q2'],
    ['the newest', [quarter(1, 'locked'), quarter(2, 'locked')], '2027-05-01', '2026Q2'],
  ])('is %s', (_, periods, today, expected) => {
    expect(firstPeriod(periods, today)?.code).toBe(expected)
  })

  test('is none without any', () => expect(firstPeriod([], '2026-01-01')).toBeNull())
})
