import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import { expect, test } from 'vitest'
import { contract } from '../../../../shared/contract/index.ts'
import { actionNameOf } from './audit-vocabulary.ts'

function commandsOf(part: AnyContractRouter, path: readonly string[] = []): readonly string[] {
  if (!isContractProcedure(part)) return Object.entries(part).flatMap(([name, inner]) => commandsOf(inner, [...path, name]))
  const changes: unknown = part['~orpc'].meta['changes']
  return Array.isArray(changes) && changes.length > 0 ? [path.join('.')] : []
}

test('every command of the contract has a Chinese name in the audit log', () => {
  const commands = commandsOf(contract)
  expect(commands.length).toBeGreaterThan(80)
  expect(commands.filter((path) => !/^\p{Script=Han}/u.test(actionNameOf(path)))).toEqual([])
})
