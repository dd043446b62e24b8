import type { z } from 'zod'
import type { door } from '../../../../shared/contract/desk/door.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { defaultPlan } from '../../../../shared/domain/plans/plan-presets.ts'
import { yearPeriods } from '../../../../shared/domain/plans/year-periods.ts'
import { account, accountRole, period } from '../../../db/schema/index.ts'
import type { App } from '../../app/app.ts'
import { createTownship, type CreatedTownship } from '../bundle/create-township.ts'
import type { House } from '../../app/house.ts'
import { named, nouns } from '../../app/vocabulary.ts'
import { emptyContent, type TownshipBundle } from '../bundle/bundle.ts'
import { blankPeriod } from '../demo/periods.ts'
import { planByProposal } from '../../evaluation/computing/period-steps.ts'
import { writeSamples } from '../../registers/define.ts'
import { registerSamples } from '../../registers/samples.ts'
import { requireStrongPassword } from '../../app/login.ts'
import { requireUsableName } from '../../township/accounts/accounts.ts'
import { doorWords } from './vocabulary.ts'

type NewTownshipInput = z.infer<NonNullable<(typeof door.create)['~orpc']['inputSchema']>>

/**
 * Makes a real township: its modules, the default plan as a draft for the principal to approve, the periods of the year,
 * and the one account of whoever makes it, with the role `setup`. Refusals: `invalid_input`, `duplicate`, `password_weak`, `not_empty`.
 */
export function makeTownship({ folder, environment }: House, { township, year, modules, administrator }: NewTownshipInput): Promise<CreatedTownship> {
  requireUsableName(administrator.name)
  requireStrongPassword(administrator.password)
  requireDifferent(modules.map(({ name }) => name))
  requireDifferent(modules.map(({ code }) => code))
  const bundle: TownshipBundle = {
    ...emptyContent,
    township: { ...township, origin: 'real' },
    modules,
    plans: [{ code: defaultPlan.id, planVersion: 1, name: doorWords.planName(township.name, year), document: defaultPlan }],
    periods: yearPeriods(year).map((row) => blankPeriod({ ...row, stage: 'configuring' }, defaultPlan.id)),
  }
  return createTownship({
    folder,
    environment,
    consolePassword: null,
    secrets: [{ owner: { kind: 'account', name: administrator.name }, secret: administrator.password }],
    bundle,
    prepare(app) {
      addAdministrator(app, administrator.name)
      loadSamples(app, administrator.name)
      planPeriods(app, administrator.name)
    },
  })
}

function addAdministrator(app: App, name: string): void {
  const accountId = app.environment.newId()
  app.mutate({
    actor: name,
    action: 'door.create',
    areas: ['account'],
    write(tx) {
      tx.insert(account).values({ id: accountId, seq: 1, name, staffId: null, mustChangePassword: false }).run()
      tx.insert(accountRole).values({ accountId, role: 'setup' }).run()
    },
    audit: () => ({ subject: accountId, detail: { name, roles: ['setup'] } }),
  })
}

/** The registers (特色台账, 三库) that a township begins with; each can be changed or put out of use. */
function loadSamples(app: App, actor: string): void {
  const samples = registerSamples()
  app.mutate({
    actor,
    action: 'registers.addFromSample',
    areas: ['register'],
    write: (tx) => writeSamples(tx, app.environment.newId, samples),
    audit: () => ({ subject: null, detail: { samples: samples.map(({ code }) => code) } }),
  })
}

/** The dates of the year's periods, as they are proposed; each can be changed. */
function planPeriods(app: App, actor: string): void {
  app.mutate({
    actor,
    action: 'periodSteps.edit',
    areas: ['period'],
    write(tx) {
      const periods = tx.select().from(period).all()
      for (const row of periods) planByProposal(tx, row)
      return periods.map(({ code }) => code)
    },
    audit: (codes) => ({ subject: null, detail: { proposed: codes } }),
  })
}

function requireDifferent(names: readonly string[]): void {
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new Refusal('duplicate', { what: named(nouns.module, twice) })
}
