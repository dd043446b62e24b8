import { expect, test } from 'vitest'
import { checkDigitOf } from '../../../shared/domain/people/id-number.ts'
import { sexLabels } from '../../../shared/domain/people/vocabulary.ts'
import { emptyPerson, idNoValue, idNoWord, readPerson, textsOf, withIdNumber } from './person-form.ts'

const first17 = '33082519820216977'
const idNo = `${first17}${checkDigitOf(first17)}`

test('a form that says enough is a person, words as rosters write them taken for what they mean', () => {
  const reading = readPerson({ ...emptyPerson, name: ' 欧阳 锋 ', identity: '行政编', political: '党员', birthMonth: '1982.2', phone: '139 0000 0000' })
  expect(reading).toEqual({
    kind: 'good',
    values: { name: '欧阳锋', sex: null, birthMonth: '1982-02', political: '中共党员', identity: 'civil', sendingUnit: null, rankTitle: null, phone: '13900000000', track: 'staff', status: 'active', pool: null, workStart: null, remark: null },
  })
  expect(reading.kind === 'good' && readPerson(textsOf(reading.values))).toEqual(reading)
})

test('each fault names its field and leads to it', () => {
  expect(readPerson({ ...emptyPerson, phone: '电话', workStart: '去年' })).toEqual({
    kind: 'bad',
    faults: [
      { id: 'person-name', sentence: '请填写“姓名”。' },
      { id: 'person-identity', sentence: '请填写“人员身份”。' },
      { id: 'person-phone', sentence: '“联系电话”填写有误：须为 5 到 20 位的电话号码。' },
      { id: 'person-workStart', sentence: '“参加工作时间”填写有误：“去年”不是有效的年月，请写成 1982-02。' },
    ],
  })
})

test('an ID number brings sex and birth month, and overwrites neither', () => {
  expect(withIdNumber(emptyPerson, idNo)).toMatchObject({ sex: 'male', birthMonth: '1982-02' })
  expect(withIdNumber({ ...emptyPerson, sex: 'female', birthMonth: '1983-01' }, idNo)).toMatchObject({ sex: 'female', birthMonth: '1983-01' })
  expect(withIdNumber(emptyPerson, '330825')).toEqual(emptyPerson)
})

test('an ID number is checked while it is typed', () => {
  expect(idNoWord('', sexLabels)).toEqual({})
  expect(idNoWord(idNo, sexLabels)).toEqual({ help: '校验通过：男，1982-02 生' })
  expect(idNoWord('33082519820216', sexLabels)).toEqual({ fault: '身份证号应为 18 位，现有 14 位，请补齐或删去多余的。' })
  expect(idNoWord(`${first17}${idNo.endsWith('1') ? '2' : '1'}`, sexLabels)).toEqual({ fault: '身份证号最后一位校验不符，请逐位核对。' })
  expect([idNoValue(` ${idNo.slice(0, 6)} ${idNo.slice(6)} `), idNoValue('')]).toEqual([idNo, null])
})
