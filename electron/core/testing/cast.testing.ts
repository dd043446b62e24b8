import type { TownshipBundle } from '../desk/bundle/bundle.ts'

function required<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the demo has changed')
  return value
}

/** People of the demo by what they are: a module with its head and leader, two ordinary people of it, one of another module. */
export function castOf(bundle: TownshipBundle) {
  const office = required(bundle.offices.find((row) => row.office === 'head' && row.to === null))
  const modulesOf = (code: string) => [...new Set(bundle.assignments.filter(({ staff, to }) => staff === code && to === null).map(({ module }) => module))]
  const ordinary = bundle.staff.filter(({ code, track }) => track === 'staff' && modulesOf(code).length === 1 && bundle.assignments.filter(({ staff }) => staff === code).length === 1)
  const own = ordinary.filter(({ code }) => modulesOf(code)[0] === office.module)
  const foreign = required(ordinary.find(({ code }) => modulesOf(code)[0] !== office.module))
  return {
    module: office.module,
    moduleName: required(bundle.modules.find(({ code }) => code === office.module)).name,
    otherModule: required(modulesOf(foreign.code)[0]),
    head: office.staff,
    leader: required(bundle.offices.find((row) => row.office === 'lead_a' && row.module === office.module && row.to === null)).staff,
    own: required(own[0]),
    other: required(own[1]),
    foreign,
  }
}
