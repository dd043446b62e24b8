import { roles as everyRole } from '../../../../shared/domain/township/access/roles.ts'
import { roleLabels } from '../../../../shared/domain/township/access/vocabulary.ts'
import type { DemoAccount } from './use-demo.ts'
import { demoWords } from './vocabulary.ts'

/** 模块长、督考 */
export function rolesText(roles: readonly string[]): string {
  return everyRole.filter((role) => roles.includes(role)).map((role) => roleLabels[role]).join('、')
}

/** The accounts as lines of cells, to be pasted into a table. */
export function accountLines(accounts: readonly DemoAccount[]): string {
  const head = [demoWords.name, demoWords.person, demoWords.roles, demoWords.password]
  return [head, ...accounts.map(({ name, staffName, roles, password }) => [name, staffName, rolesText(roles), password])].map((cells) => cells.join('\t')).join('\r\n')
}
