import type { TownshipClient } from '../../../api/connection.ts'

type Answer<Procedure extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Procedure>>

export type SupervisionRow = Answer<TownshipClient['supervisions']['list']>['rows'][number]
export type ProposalRow = Answer<TownshipClient['supervisions']['proposals']>['rows'][number]
export type ExtensionRow = Answer<TownshipClient['extensions']['list']>['rows'][number]
export type DayRow = Answer<TownshipClient['supervisionDays']['list']>[number]
export type Agenda = Answer<TownshipClient['supervisionDays']['agenda']>
export type Week = Answer<TownshipClient['tasks']['weekly']>
