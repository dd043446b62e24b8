import { expect, test } from 'vitest'
import { z } from 'zod'
import { name } from './procedure.ts'
import { anyFault, fieldNameOf } from './vocabulary.ts'

test.each([['due', '办理时限'], ['changes.due', '办理时限'], ['parties.0.staffId', '人员'], ['ranks.3.rank', '名次'], ['id', 'id']])('the field at %s is called %s', (path, called) => {
  expect(fieldNameOf(path)).toBe(called)
})

test('a schema without words of its own speaks Chinese, one with words says them', () => {
  const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message)
  expect([said(z.int(), '三'), said(z.string().max(2), 'abc'), said(z.enum(['a']), 'b'), said(name, '')]).toEqual([[anyFault], [anyFault], [anyFault], ['不能为空']])
})
