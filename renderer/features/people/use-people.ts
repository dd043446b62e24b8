import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TownshipClient } from '../../api/connection.ts'
import { useApi, useMe } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { may } from '../../frame/may.ts'
import { useModules, type ShownModule } from '../../frame/use-modules.ts'
import { mergePeople, personOption, type PersonOption } from './person-option.ts'
import { peopleWords } from './vocabulary.ts'

type Directory = Awaited<ReturnType<TownshipClient['people']['directory']>>

const none: readonly PersonOption[] = []

/** Everybody in the township today, of one module or of all, in official order, to be chosen from; nobody while not `enabled`. */
export function usePeople(moduleId?: string, enabled = true): readonly PersonOption[] {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.people.directory.queryOptions({ input: { on: today() }, enabled: may(useMe(), 'staff.read') && enabled }))
  return useMemo(() => (data === undefined ? none : optionsOf(data, moduleId)), [data, moduleId])
}

function optionsOf(people: Directory, moduleId: string | undefined): readonly PersonOption[] {
  return people
    .filter(({ moduleIds }) => moduleId === undefined || moduleIds.includes(moduleId))
    .map(({ id, code, name, modules, post }) => personOption({ id, code, name, note: [modules.join('、'), post ?? ''].filter((text) => text !== '').join(' · ') }))
}

/** The 牵头领导 of the modules, who may stand outside the caller's view. */
function leadsOf(modules: readonly ShownModule[], on: string): readonly PersonOption[] {
  return modules.flatMap(({ name, offices }) =>
    offices
      .filter(({ office, from, to }) => (office === 'lead_a' || office === 'lead_b') && from <= on && (to === null || to >= on))
      .map(({ staffId, staffName }) => personOption({ id: staffId, code: '', name: staffName, note: peopleWords.leads(name) })),
  )
}

/** Whom a task may have as 牵头领导: those of the modules in front, then everybody in view; the latter not while not `enabled`. */
export function useLeads(enabled = true): readonly PersonOption[] {
  const people = usePeople(undefined, enabled)
  const modules = useModules()
  return useMemo(() => {
    const byId = new Map(people.map((person) => [person.id, person]))
    const leads = leadsOf(modules, today()).map((lead) => ({ ...lead, code: byId.get(lead.id)?.code ?? '' }))
    return mergePeople(leads, people)
  }, [people, modules])
}
