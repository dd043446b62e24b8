
/** One visible line of the tree. */
export interface TreeRow<Node> {
  /** `0.2.1`: the places on the way down from the root `0`. */
  readonly path: string
  readonly node: Node
  /** 1 for the root. */
  readonly level: number
  readonly isOpen: boolean
  readonly hasChildren: boolean
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
}

/** The lines that are visible while the nodes at these paths are open. */
export function treeRows<Node extends { readonly children: readonly Node[] }>(root: Node, open: ReadonlySet<string>): readonly TreeRow<Node>[] {
  const walk = (node: Node, path: string, level: number, position: number, siblings: number): readonly TreeRow<Node>[] => {
    const hasChildren = node.children.length > 0
    const isOpen = hasChildren && open.has(path)
    const row = { path, node, level, isOpen, hasChildren, position, siblings }
    return isOpen ? [row, ...node.children.flatMap((child, at) => walk(child, `${path}.${String(at)}`, level + 1, at + 1, node.children.length))] : [row]
  }
  return walk(root, '0', 1, 1, 1)
}

/** Every path that can be opened, down to a level; all of them without one. */
export function pathsOf<Node extends { readonly children: readonly Node[] }>(root: Node, downTo = Infinity): readonly string[] {
  const walk = (node: Node, path: string, level: number): readonly string[] =>
    node.children.length === 0 || level > downTo ? [] : [path, ...node.children.flatMap((child, at) => walk(child, `${path}.${String(at)}`, level + 1))]
  return walk(root, '0', 1)
}

export interface TreeMove {
  readonly at: string
  readonly open: ReadonlySet<string>
}

/**
 * What a key does on the line `at`, as trees do: up and down move; right opens or goes to the first child; left closes or goes
 * to the parent; Home and End; Enter and space open and close; `*` opens all siblings. Null for any other key.
 */
export function treeMove<Node extends { readonly children: readonly Node[] }>(rows: readonly TreeRow<Node>[], open: ReadonlySet<string>, at: string, key: string): TreeMove | null {
  const place = Math.max(0, rows.findIndex(({ path }) => path === at))
  const row = rows[place]
  if (row === undefined) return null
  const stay = (next: number): TreeMove => ({ at: rows[Math.min(Math.max(next, 0), rows.length - 1)]?.path ?? at, open })
  switch (key) {
    case 'ArrowDown':
      return stay(place + 1)
    case 'ArrowUp':
      return stay(place - 1)
    case 'Home':
      return stay(0)
    case 'End':
      return stay(rows.length - 1)
    case 'ArrowRight':
      if (!row.hasChildren) return stay(place)
      return row.isOpen ? stay(place + 1) : { at, open: new Set([...open, at]) }
    case 'ArrowLeft':
      if (row.isOpen) return { at, open: without(open, at) }
      return { at: row.level === 1 ? at : parentOf(at), open }
    case 'Enter':
    case ' ':
      return row.hasChildren ? { at, open: toggled(open, at) } : stay(place)
    case '*': {
      const parent = parentOf(at)
      return { at, open: new Set([...open, ...rows.filter(({ path, level, hasChildren }) => hasChildren && level === row.level && parentOf(path) === parent).map(({ path }) => path)]) }
    }
    default:
      return null
  }
}

export function toggled(open: ReadonlySet<string>, path: string): ReadonlySet<string> {
  return open.has(path) ? without(open, path) : new Set([...open, path])
}

function without(open: ReadonlySet<string>, path: string): ReadonlySet<string> {
  return new Set([...open].filter((one) => one !== path))
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}
