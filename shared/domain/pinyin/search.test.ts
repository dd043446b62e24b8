import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesPinyin, pinyinPrefilter, pinyinQuery } from './matches-pinyin.ts'
import { givenReadings, surnameReadings } from './readings.ts'
import { nameKeyOf, searchKeyOf } from './search-key.ts'

test.each([
  ['欧阳锋', ' ou yang feng'],
  ['张伟', ' zhang wei'],
  ['吕布', ' lv bu'],
  ['单国强', ' shan guo qiang, dan guo qiang'],
  ['曾晓红', ' zeng xiao hong, ceng xiao hong'],
  ['解放', ' xie fang, jie fang'],
  ['区小明', ' ou xiao ming, qu xiao ming'],
  ['仇和', ' qiu he, chou he'],
  ['查良镛', ' zha liang yong, cha liang yong'],
  ['覃海洋', ' qin hai yang, tan hai yang'],
  ['尉迟恭', ' yu chi gong, wei chi gong'],
  ['司马相如', ' si ma xiang ru'],
  ['张三·买买提', ' zhang san mai mai ti'],
  ['John  Smith', ' john smith'],
  ['𠮷田', ' tian'],
  ['', ''],
])('the key of the name %s is %j', (name, key) => {
  expect(nameKeyOf(name)).toBe(key)
})

test.each([
  ['重点工作', ' zhong dian gong zuo'],
  ['银行行长', ' yin hang hang zhang'],
  ['单位解决', ' dan wei jie jue'],
  ['12345热线Win10投诉（2026）', ' 12345 re xian win10 tou su 2026'],
  ['关于“三服务”', ' guan yu san fu wu'],
  ['ＡＢ类', ' ab lei'],
  ['……', ''],
])('the key of the title %s is %j', (title, key) => {
  expect(searchKeyOf(title)).toBe(key)
})

describe('letters', () => {
  test.each(['ouyf', 'oyf', 'ouyangfeng', 'yangfeng', 'oyangf', 'ouyangf', 'feng', 'f', 'oy', 'yfeng'])('%s finds 欧阳锋', (letters) => {
    expect(matchesPinyin(nameKeyOf('欧阳锋'), letters)).toBe(true)
  })

  test.each(['of', 'uyf', 'angfeng', 'ouyfx', 'ouyangfengg', 'ofy', 'ouf'])('%s does not', (letters) => {
    expect(matchesPinyin(nameKeyOf('欧阳锋'), letters)).toBe(false)
  })

  test.each([
    ['单国强', 'shangq'],
    ['单国强', 'dangq'],
    ['曾晓红', 'cxh'],
    ['曾晓红', 'zxh'],
    ['张晓乐', 'zxl'],
    ['张晓乐', 'zxy'],
    ['吕布', 'lvbu'],
    ['吕布', 'lubu'],
    ['覃海洋', 'thy'],
  ])('%s is found by %s', (name, letters) => {
    expect(matchesPinyin(nameKeyOf(name), letters)).toBe(true)
  })

  test('no match runs from one spelling of a name into the next', () => {
    expect(matchesPinyin(nameKeyOf('单国强'), 'qiangdan')).toBe(false)
  })

  test.each([
    ['Ouyang F', 'ouyangf'],
    ["xi'an", 'xian'],
    ['ｚｗ', 'zw'],
    ['lü', 'lv'],
    ['12345rx', '12345rx'],
    ['欧yf', null],
    ['', null],
    ['%', null],
  ])('%j is typed as %j', (typed, letters) => {
    expect(pinyinQuery(typed)).toBe(letters)
  })
})

describe('properties', () => {
  const name = fc.array(fc.constantFrom(...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗单曾解仇乐伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英行长朝柏'), { minLength: 1, maxLength: 4 }).map((characters) => characters.join(''))
  const syllables = (key: string) => (key.split(',')[0] ?? '').trim().split(' ')

  test('any run of syllables, each cut anywhere, finds the name by any of its spellings', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), fc.nat(), (text, from, cuts, spelling) => {
        const key = nameKeyOf(text)
        const spellings = key.split(',')
        const all = syllables(spellings[spelling % spellings.length] ?? '')
        const run = all.slice(from % all.length)
        const letters = run.map((syllable, place) => syllable.slice(0, 1 + ((cuts[place] ?? 0) % syllable.length))).join('')
        expect(matchesPinyin(key, letters)).toBe(true)
      }),
    )
  })

  test('what is found is spelled: the letters are prefixes of consecutive syllables', () => {
    const isSpelled = (all: readonly string[], letters: string): boolean => {
      const from = (place: number, rest: string): boolean =>
        rest === '' || (place < all.length && Array.from({ length: all[place]?.length ?? 0 }, (_, length) => (all[place] ?? '').slice(0, length + 1)).some((prefix) => rest.startsWith(prefix) && from(place + 1, rest.slice(prefix.length))))
      return all.some((_, place) => from(place, letters))
    }
    const letters = fc.array(fc.constantFrom(...'abceghilnosuvwxyz'), { minLength: 1, maxLength: 5 }).map((found) => found.join(''))
    fc.assert(
      fc.property(name, letters, (text, typed) => {
        const key = nameKeyOf(text)
        // u also stands for ü, which this model does not know.
        fc.pre(!typed.includes('u') || !key.includes('v'))
        expect(matchesPinyin(key, typed)).toBe(key.split(',').some((spelling) => isSpelled(syllables(spelling), typed)))
      }),
    )
  })

  test('the prefilter of SQL lets every match through', () => {
    const like = (pattern: string) => new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`)
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, from, length) => {
        const key = nameKeyOf(text)
        const initials = syllables(key).map((syllable) => syllable.charAt(0)).join('')
        const letters = initials.slice(from % initials.length).slice(0, 1 + (length % initials.length))
        expect([letters, like(pinyinPrefilter(letters)).test(key)]).toEqual([letters, true])
      }),
    )
  })

  test('a long query over a text of like letters takes no time', () => {
    const started = performance.now()
    expect(matchesPinyin(' aaaaaaaa'.repeat(100), `${'a'.repeat(49)}b`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

test('every reading in the tables is a plain syllable, and no character stands there with a single one', () => {
  for (const [character, readings] of [...Object.entries(surnameReadings), ...Object.entries(givenReadings)]) {
    expect([character, readings.length > 1, readings.every((reading) => /^[a-z]+$/.test(reading)), new Set(readings).size]).toEqual([character, true, true, readings.length])
  }
})
