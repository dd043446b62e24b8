import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { faultAt, faultsOfCall, stillOpen } from './form-faults.ts'

const fields = [{ path: 'township.name', id: 'name', label: '乡镇名称' }]

function refused(path: string) {
  return new ORPCError('invalid_input', { message: '“x”填写有误。', data: { values: {}, issues: [{ path, code: 'too_small', message: '不能为空' }] } })
}

test('a fault of a known field is named by its label and leads to its input', () => {
  const faults = faultsOfCall(refused('township.name'), fields)
  expect([faults, faultAt(faults, 'name'), faultAt(faults, 'county')]).toEqual([[{ id: 'name', sentence: '“乡镇名称”不能为空，请改正。' }], '“乡镇名称”不能为空，请改正。', undefined])
})

test('any other refusal is one sentence about the form', () => {
  expect(faultsOfCall(refused('elsewhere'), fields)).toEqual([{ id: '', sentence: '“x”填写有误。' }])
})

test('what is there already leads to the field that no two may have alike', () => {
  const taken = new ORPCError('duplicate', { message: '账号“a”已经存在。', data: { values: {}, issues: [] } })
  expect([faultsOfCall(taken, fields, 'name'), faultsOfCall(taken, fields)]).toEqual([[{ id: 'name', sentence: '账号“a”已经存在。' }], [{ id: '', sentence: '账号“a”已经存在。' }]])
})

test('a field stays marked until it is right, and is not marked before the form was sent', () => {
  const wrong = (id: string, sentence: string) => ({ id, sentence })
  expect(stillOpen([wrong('name', '空'), wrong('year', '错')], [wrong('name', '太长'), wrong('county', '空')])).toEqual([wrong('name', '太长')])
})
