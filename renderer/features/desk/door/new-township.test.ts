import { describe, expect, test } from 'vitest'
import { defaultModules } from '../../../../shared/domain/township/organisation/default-modules.ts'
import { blankTownship, kindOf, moduleFaults, reportingUnitOf, tidyModules, townshipFaults, withOneMore, type TownshipDraft } from './new-township.ts'

const filled: TownshipDraft = { ...blankTownship('2026'), name: '清溪镇', county: '云山县', account: 'admin', password: 'qingxi-2026', repeat: 'qingxi-2026' }

describe('the first page', () => {
  test.each([
    ['清溪镇', null, 'town', '清溪镇人民政府'],
    ['何田乡', null, 'township', '何田乡人民政府'],
    ['城南街道 ', null, 'subdistrict', '城南街道办事处'],
    ['城南', 'subdistrict', 'subdistrict', '城南办事处'],
    ['', null, 'town', ''],
  ] as const)('%s chosen as %s', (name, kind, expected, unit) => {
    expect([kindOf({ name, kind }), reportingUnitOf({ name, kind, reportingUnit: null })]).toEqual([expected, unit])
  })

  test('keeps the reporting unit that somebody has typed', () => {
    expect(reportingUnitOf({ ...filled, reportingUnit: '清溪镇党政办' })).toBe('清溪镇党政办')
  })

  test('filled has no fault', () => {
    expect(townshipFaults(filled)).toEqual([])
  })

  test('names each empty field', () => {
    expect(townshipFaults(blankTownship('')).map(({ id }) => id)).toEqual(['township-name', 'township-county', 'township-reporting-unit', 'township-year', 'township-account', 'township-password'])
  })

  test.each(['1999', '2100', '2026.5', '-2026', '二〇二六'])('%s is no year', (year) => {
    expect(townshipFaults({ ...filled, year })).toEqual([{ id: 'township-year', sentence: '考评年度须为 2000 到 2099 的年份，请改正。' }])
  })

  test('tells a weak password before an unequal one', () => {
    const ids = (password: string, repeat: string) => townshipFaults({ ...filled, password, repeat }).map(({ id }) => id)
    expect([ids('short1', 'other'), ids('qingxi-2026', 'qingxi-2027'), ids('', '')]).toEqual([['township-password'], ['township-repeat'], ['township-password']])
  })
})

describe('the modules', () => {
  test('are six by default, without a fault', () => {
    expect([defaultModules.length, moduleFaults(defaultModules)]).toEqual([6, []])
  })

  test('need a name each, and different ones', () => {
    const rows = [...defaultModules.slice(0, 2), { code: 'extra1', name: ' 大党建', alias: null, colour: '#000000', office: null }, { code: 'extra2', name: ' ', alias: null, colour: '#000000', office: null }]
    expect(moduleFaults(rows).map(({ id }) => id)).toEqual(['module-extra1-name', 'module-extra2-name'])
  })

  test('one more takes a code and a hue of its own', () => {
    const more = withOneMore(defaultModules.slice(1))
    const again = withOneMore(more)
    expect([more.at(-1)?.code, more.at(-1)?.colour, again.at(-1)?.code]).toEqual(['extra1', defaultModules[0]?.colour, 'extra2'])
    expect(new Set(again.map(({ colour }) => colour)).size).toBe(again.length)
  })

  test('are sent trimmed', () => {
    expect(tidyModules([{ code: 'a', name: ' 大党建 ', alias: ' ', colour: '#000000', office: ' 党建办 ' }])).toEqual([{ code: 'a', name: '大党建', alias: null, colour: '#000000', office: '党建办' }])
  })
})
