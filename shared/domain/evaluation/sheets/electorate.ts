import { groupBy } from '../../../lib/group-by.ts'
import type { PeerRule } from '../../plans/scorer-table.ts'

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
  /** The people who vote among each other, in official order; who works in two modules may stand in two. */
  readonly rooms: readonly (readonly string[])[]
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
  const leaders = new Set(members.filter(({ isLeader }) => isLeader).map(({ staff }) => staff))
  const modules = new Map([...groupBy(members.filter(({ isLeader }) => !isLeader), ({ module }) => module)].map(([module, rows]) => [module, new Set(rows.map(({ staff }) => staff))]))
  const rooms = joinedRooms(modules, smallModule, neighbours)
  return {
    ...electorateOfRooms([leaders, ...new Set(rooms.values())].map((room) => [...room]), order),
    tooSmall: [...rooms].flatMap(([module, room]) => (room.size < smallModule ? [{ module, people: room.size }] : [])),
  }
}

/** The same of rooms that were kept; `official` is everybody in official order. */
export function electorateOfRooms(rooms: readonly (readonly string[])[], official: readonly string[]): Electorate {
  const place = new Map(official.map((staff, index) => [staff, index]))
  const inOrder = (people: Iterable<string>) => [...people].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  const colleagues = new Map<string, Set<string>>()
  for (const room of rooms) {
    for (const staff of room) {
      const own = colleagues.get(staff) ?? new Set()
      for (const other of room) if (other !== staff) own.add(other)
      if (own.size > 0) colleagues.set(staff, own)
    }
  }
  return {
    rooms: rooms.filter((room) => room.length > 1).map(inOrder),
    voters: inOrder(colleagues.keys()),
    colleaguesOf: (staff) => inOrder(colleagues.get(staff) ?? []),
    tooSmall: [],
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
