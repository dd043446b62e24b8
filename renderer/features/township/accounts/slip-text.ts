import { slipWords } from './vocabulary.ts'

/** An account with its one-time password, as it is handed over. */
export interface Slip {
  readonly name: string
  readonly staffName: string
  readonly moduleName: string
  readonly oneTimePassword: string
}

/** The slips as lines of cells that 记事本 and WPS read: UTF-8 with its mark, Windows line ends. */
export function slipText(slips: readonly Slip[]): Uint8Array {
  const head = [slipWords.person, slipWords.module, slipWords.account, slipWords.password]
  const lines = [head, ...slips.map(({ staffName, moduleName, name, oneTimePassword }) => [staffName, moduleName, name, oneTimePassword])]
  return new TextEncoder().encode(`\uFEFF${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n\r\n${slipWords.rule}\r\n`)
}
