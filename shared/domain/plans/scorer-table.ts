/** Who scores whom, as a plan says it: by the office whose holder fills in the sheet. */

export const rateeGroups = ['ordinary', 'heads', 'leaders'] as const
/** ordinary 一般干部 · heads 模块长 · leaders 班子成员 */
export type RateeGroup = (typeof rateeGroups)[number]

export const scorerOffices = ['head', 'lead_a', 'lead_b', 'principal'] as const
/** head 模块长 · lead_a 牵头领导A岗 · lead_b 牵头领导B岗 · principal 党政正职 */
export type ScorerOffice = (typeof scorerOffices)[number]

/** The office that rates each group, on the sheets of M1 (`head`) and of M4 (`leader`). */
export interface ScorerTable {
  readonly head: Readonly<Record<RateeGroup, ScorerOffice>>
  readonly leader: Readonly<Record<RateeGroup, ScorerOffice>>
}

export const defaultScorerTable: ScorerTable = {
  head: { ordinary: 'head', heads: 'principal', leaders: 'principal' },
  leader: { ordinary: 'lead_a', heads: 'principal', leaders: 'principal' },
}

/** 互评 of a module with fewer than `smallModule` people is given together with the neighbour the plan names, module code by module code. */
export interface PeerRule {
  readonly smallModule: number
  readonly neighbours: Readonly<Record<string, string>>
}

export const defaultPeerRule: PeerRule = { smallModule: 4, neighbours: {} }
