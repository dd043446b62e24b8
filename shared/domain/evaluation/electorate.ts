import { groupBy } from '../../lib/group-by.ts'
import type { PeerRule } from './scorer-table.ts'

/** One person in one module on the day the ballot opens; who works in two modules stands twice. In official order. */
export interface PeerMember {
  readonly staff: string
  /** 班子成员: they rate each other, whatever their module. */
  readonly isLeader: boolean
  /** The code of the module. */
  readonly module: string
}

/** A module in which too few people vote on each other, and how many they are. */
export interface SmallRoom {
  readonly module: string
  readonly people: number
}

/** Who votes on whom in one 互评. */
export interface Electorate {
  /** In official order. */
  readonly voters: readonly string[]
  /** The voter's own colleagues, in official order; nobody for who does not vote. Who rates whom is the same both ways. */
  readonly colleaguesOf: (staff: string) => readonly string[]
  /** Modules below the number of the plan that no neighbour has been named for, or whose neighbour does not help. */
  readonly tooSmall: readonly SmallRoom[]
}

/**
 * 班子成员 rate each other; everybody else those who work in one of the same modules, 班子 left out. A module with fewer people
 * than the plan says votes together with the neighbour the plan names for it.
 */
export function electorateOf(members: readonly PeerMember[], { smallModule, neighbours }: PeerRule): Electorate {
  const order = [...new Set(members.map(({ staff }) => staff))]
  const place = new Map(order.map((staff, index) => [staff, index]))
  const leaders = new Set(members.filter(({ isLeader }) => isLeader).map(({ staff }) => staff))
  const modules = new Map([...groupBy(members.filter(({ isLeader }) => !isLeader), ({ module }) => module)].map(([module, rows]) => [module, new Set(rows.map(({ staff }) => staff))]))
  const rooms = joinedRooms(modules, smallModule, neighbours)
  const colleagues = new Map<string, Set<string>>(order.map((staff) => [staff, new Set<string>()]))
  for (const room of [leaders, ...new Set(rooms.values())]) for (const staff of room) for (const other of room) if (other !== staff) colleagues.get(staff)?.add(other)
  return {
    voters: order.filter((staff) => (colleagues.get(staff)?.size ?? 0) > 0),
    colleaguesOf: (staff) => [...(colleagues.get(staff) ?? [])].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    tooSmall: [...rooms].flatMap(([module, room]) => (room.size < smallModule ? [{ module, people: room.size }] : [])),
  }
}

/** The people each module votes among: its own, and those of the modules it is joined with. */
function joinedRooms(modules: ReadonlyMap<string, ReadonlySet<string>>, smallModule: number, neighbours: PeerRule['neighbours']): ReadonlyMap<string, ReadonlySet<string>> {
  const rooms = new Map<string, ReadonlySet<string>>(modules)
  for (const [module, people] of modules) {
    const neighbour = neighbours[module]
    const own = rooms.get(module)
    const other = neighbour === undefined ? undefined : rooms.get(neighbour)
    if (people.size >= smallModule || own === undefined || other === undefined || own === other) continue
    const joined = new Set([...own, ...other])
    for (const [name, room] of rooms) if (room === own || room === other) rooms.set(name, joined)
  }
  return rooms
}
