import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { isStale } from './stale.ts'

test('an answer is stale when what it is made of was touched', () => {
  expect([isStale(['tasks', 'list'], ['task']), isStale(['tasks', 'list'], ['score', 'audit']), isStale(['people', 'get'], ['staff']), isStale(['tasks'], ['task']), isStale(['no', 'where'], ['task'])]).toEqual([true, false, true, false, false])
})

/** What is asked once, by whoever does something with the answer: looks at it, prints it or saves it. An entry of the log never changes. */
const askedOnce = ['scoreBooks.make', 'imports.preview', 'imports.startPreview', 'imports.outline', 'books.pages', 'books.close', 'papers.', 'system.auditDetail', 'system.readBackup', 'system.endTransfer', 'system.sendBackup']

/** Every answer a window keeps would grow old unseen without the areas it is made of. */
test('every query of the contract says what it reads', () => {
  const silent = queriesOf(contract).filter(([, reads]) => reads === 0).map(([path]) => path)
  expect(silent.filter((path) => !askedOnce.some((part) => path.startsWith(part)))).toEqual([])
  expect(askedOnce.filter((part) => !silent.some((path) => path.startsWith(part)))).toEqual([])
})

function queriesOf(part: AnyContractRouter, path = ''): readonly (readonly [string, number])[] {
  if (!isContractProcedure(part)) return Object.entries(part).flatMap(([name, inner]) => queriesOf(inner, path === '' ? name : `${path}.${name}`))
  const { access, changes, reads } = part['~orpc'].meta
  const isCapability = typeof access === 'object' && access !== null && 'kind' in access && access.kind === 'capability'
  return isCapability && Array.isArray(changes) && changes.length === 0 && Array.isArray(reads) ? [[path, reads.length]] : []
}
