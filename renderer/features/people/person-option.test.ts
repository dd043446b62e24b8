import { expect, test } from 'vitest'
import { findsPerson, mergePeople, personOption, pinyinKeys } from './person-option.ts'

const person = personOption({ id: '1', code: 'S0007', name: '欧阳锋', note: '大党建' })

test.each(['', ' ', '欧阳', '锋', 'S0007', 's00', 'ouyf', 'oyf', 'yangfeng', 'OYF'])('“%s” finds 欧阳锋', (typed) => {
  expect(findsPerson(person, typed)).toBe(true)
})

test.each(['王', 'wang', 'S0008', 'feng yang', '欧锋'])('“%s” does not', (typed) => {
  expect(findsPerson(person, typed)).toBe(false)
})

test('a name of two readings is found by either', () => {
  expect(pinyinKeys(personOption({ ...person, name: '单国强' }).key)).toEqual(['shanguoqiang', 'sgq', 'danguoqiang', 'dgq'])
})

test('merging keeps each person once, where he stood first', () => {
  const other = personOption({ id: '2', code: 'S0008', name: '王芳', note: '' })
  expect(mergePeople([person], [other, { ...person, note: 'later' }])).toEqual([person, other])
})
