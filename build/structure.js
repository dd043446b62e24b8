/**
 * What the structure of the source may not be: circles of files and of rooms, imports against the order of the districts, folders with
 * too many rooms. Pure: the lint asks it of one import, `check-structure.js` of the whole source.
 */
import path from 'node:path'
import { besides, districts, floors, mostLooseFiles, mostRooms } from './layers.js'

const names = Object.keys(districts)

/** @typedef {{ readonly floor: string, readonly district: string, readonly room: string | null, readonly rank: number, readonly roomRank: number }} Place */

/**
 * Where a file stands on its floor; null for one that is on none, `unknown` for one that is in no district and has no place beside them.
 * @param {string} file @returns {Place | 'unknown' | null}
 */
export function placeOf(file) {
  const floor = floors.find((one) => file.startsWith(`${one}/`))
  if (floor === undefined) return null
  const [first = '', second = ''] = file.slice(floor.length + 1).split('/')
  const place = (/** @type {number} */ rank) => ({ floor, district: first, room: null, rank, roomRank: 0 })
  if (besides[floor]?.below.includes(first)) return place(-1)
  if (besides[floor]?.above.includes(first)) return place(names.length)
  const rank = names.indexOf(first)
  const rooms = districts[first]
  if (rooms === undefined) return 'unknown'
  const isRoom = file.slice(floor.length + 1).split('/').length > 2
  const roomRank = isRoom ? rooms.indexOf(second) : rooms.length
  return { floor, district: first, room: isRoom ? second : null, rank, roomRank }
}

/**
 * Why a file may not import another of its floor; null if it may.
 * @param {string} from @param {string} to
 */
export function upwardImport(from, to) {
  const [a, b] = [placeOf(from), placeOf(to)]
  if (a === null || b === null || a === 'unknown' || b === 'unknown' || a.floor !== b.floor) return null
  if (b.rank > a.rank) {
    const below = names.slice(0, Math.max(a.rank, 0))
    return `${a.district} stands below ${b.district}; on ${a.floor} it may import: ${[...below, ...(besides[a.floor]?.below ?? [])].join(', ') || 'nothing'}. Move the shared part down, or let the lower room take it as data.`
  }
  if (a.rank !== b.rank || a.room === null || b.room === null || a.room === b.room || b.roomRank < a.roomRank) return null
  const rooms = districts[a.district] ?? []
  return `${a.district}/${a.room} stands below ${a.district}/${b.room}; of its district it may import: ${rooms.slice(0, a.roomRank).join(', ') || 'nothing'}.`
}

/**
 * The circles of a graph, each as its members: Tarjan's strongly connected components of more than one node.
 * @param {ReadonlyMap<string, Iterable<string>>} graph
 */
export function circlesOf(graph) {
  /** @type {Map<string, number>} */ const index = new Map()
  /** @type {Map<string, number>} */ const low = new Map()
  /** @type {Set<string>} */ const open = new Set()
  /** @type {string[]} */ const stack = []
  /** @type {string[][]} */ const circles = []
  /** @param {string} node */
  function visit(node) {
    let least = index.size
    index.set(node, least)
    stack.push(node)
    open.add(node)
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next)
      if (open.has(next)) least = Math.min(least, low.get(next) ?? index.get(next) ?? least)
    }
    low.set(node, least)
    if (least !== index.get(node)) return
    const members = stack.splice(stack.indexOf(node))
    for (const member of members) open.delete(member)
    if (members.length > 1) circles.push(members)
  }
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return circles
}

/**
 * The rooms of every folder that reach each other, by the folder.
 * @param {ReadonlyMap<string, Iterable<string>>} imports
 */
function roomGraphs(imports) {
  /** @type {Map<string, Map<string, Set<string>>>} */ const graphs = new Map()
  for (const [from, targets] of imports) {
    for (const to of targets) {
      const [a, b] = [from.split('/'), to.split('/')]
      const depth = a.findIndex((part, at) => part !== b[at])
      // Both must be folders here: what stands loose in a folder belongs to none of its rooms.
      if (depth < 1 || depth >= a.length - 1 || depth >= b.length - 1) continue
      const folder = a.slice(0, depth).join('/')
      const graph = graphs.get(folder) ?? new Map()
      graphs.set(folder, graph)
      const room = a[depth] ?? ''
      graph.set(room, (graph.get(room) ?? new Set()).add(b[depth]))
    }
  }
  return graphs
}

/** @param {Iterable<string>} files @returns {Map<string, Set<string>>} the rooms of every folder */
function roomsOf(files) {
  /** @type {Map<string, Set<string>>} */ const rooms = new Map()
  for (const file of files) {
    const parts = file.split('/')
    for (let depth = 1; depth < parts.length - 1; depth += 1) {
      const folder = parts.slice(0, depth).join('/')
      rooms.set(folder, (rooms.get(folder) ?? new Set()).add(parts[depth] ?? ''))
    }
  }
  return rooms
}

/**
 * Every fault of the structure, a sentence each.
 * @param {ReadonlyMap<string, readonly string[]>} imports files with the files of ours that they import
 */
export function faultsOf(imports) {
  return [
    ...circlesOf(imports).map((members) => `circle of files: ${members.join(' → ')}`),
    ...[...roomGraphs(imports)].flatMap(([folder, graph]) => circlesOf(graph).map((members) => `circle of rooms in ${folder}: ${members.join(', ')}`)),
    ...[...imports].flatMap(([from, targets]) => targets.flatMap((to) => upwardImport(from, to) ?? []).map((why) => `${from}: ${why}`)),
    ...[...imports.keys()].filter((file) => isLost(file)).map((file) => `${file} stands in no district or room of ${path.posix.dirname(file)}`),
    ...[...roomsOf(imports.keys())].filter(([, rooms]) => rooms.size > mostRooms).map(([folder, rooms]) => `${folder} has ${String(rooms.size)} rooms, at most ${String(mostRooms)}: ${[...rooms].join(', ')}`),
    ...looseContract([...imports.keys()]),
  ]
}

/** @param {string} file */
function isLost(file) {
  const place = placeOf(file)
  return place === 'unknown' || (place !== null && place.room !== null && place.roomRank === -1 && (districts[place.district]?.length ?? 0) > 0)
}

/** @param {readonly string[]} files */
function looseContract(files) {
  const loose = files.filter((file) => path.posix.dirname(file) === 'shared/contract')
  return loose.length > mostLooseFiles ? [`shared/contract has ${String(loose.length)} loose files, at most ${String(mostLooseFiles)}`] : []
}
