import { expect, test } from 'vitest'
import { gradeName } from './grade-names.ts'

test.each([
  ['quarter', 'fair_good', undefined, '较好'],
  ['year', 'competent', 'civil', '称职'],
  ['year', 'competent', 'institution', '合格'],
  ['year', 'excellent', 'institution', '优秀'],
  ['year', 'incompetent', 'institution', '不合格'],
  ['quarter', 'other', undefined, 'other'],
] as const)('a %s grade %s of %s is %s', (kind, grade, identity, name) => {
  expect(gradeName(kind, grade, identity)).toBe(name)
})
