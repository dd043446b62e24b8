/**
 * The arrows of the architecture as data: which folder may import which, and which packages belong to one place.
 * `build/layers.test.ts` plants violations and sees them reported.
 */

/** @type {Record<string, readonly string[]>} layer folder → layers it may import besides itself */
export const arrows = {
  'shared/lib': [],
  'shared/domain': ['shared/lib'],
  'shared/contract': ['shared/domain', 'shared/lib'],
  'electron/db': ['shared/domain', 'shared/lib'],
  'electron/workbooks': ['shared/domain', 'shared/contract', 'shared/lib'],
  'electron/core': ['electron/db', 'electron/workbooks', 'shared/contract', 'shared/domain', 'shared/lib'],
  'electron/host': ['electron/core', 'electron/db', 'electron/workbooks', 'shared/contract', 'shared/domain', 'shared/lib'],
  'electron/cli': ['electron/host', 'electron/core', 'electron/db', 'shared/contract', 'shared/domain', 'shared/lib'],
  'electron/main': ['electron/host', 'electron/workbooks', 'shared/contract', 'shared/lib'],
  'electron/preload': ['shared/contract'],
  'renderer/ui': ['shared/lib'],
  'renderer/grid': ['renderer/ui', 'shared/contract', 'shared/domain', 'shared/lib'],
  'renderer/api': ['shared/contract', 'shared/domain', 'shared/lib'],
  'renderer/frame': ['renderer/api', 'renderer/grid', 'renderer/ui', 'shared/contract', 'shared/domain', 'shared/lib'],
  'renderer/features': ['renderer/frame', 'renderer/api', 'renderer/grid', 'renderer/ui', 'shared/contract', 'shared/domain', 'shared/lib'],
  'renderer/app': ['renderer/features', 'renderer/frame', 'renderer/api', 'renderer/grid', 'renderer/ui', 'shared/contract', 'shared/domain', 'shared/lib'],
}

/** @type {readonly { readonly packages: RegExp, readonly only: readonly string[] }[]} packages known to certain layers alone */
export const owners = [
  { packages: /^electron(\/|$)/, only: ['electron/main', 'electron/preload'] },
  { packages: /^(drizzle-orm|better-sqlite3)(\/|$)/, only: ['electron/db', 'electron/core'] },
  { packages: /^(ws|node:http|node:https|node:net)(\/|$)/, only: ['electron/host'] },
  { packages: /^(exceljs|docx|yauzl|jszip|iconv-lite)(\/|$)/, only: ['electron/workbooks', 'renderer/e2e/'] },
  { packages: /^pinyin-pro(\/|$)/, only: ['shared/domain/pinyin'] },
  { packages: /^ag-grid/, only: ['renderer/grid'] },
  { packages: /^(react|react-dom|antd|dayjs|@tanstack)(\/|$)/, only: ['renderer/'] },
  { packages: /^echarts/, only: ['renderer/ui'] },
  { packages: /^pdfjs-dist/, only: ['renderer/features', 'renderer/e2e/'] },
  { packages: /^(react-markdown|remark-gfm)(\/|$)/, only: ['renderer/features'] },
  { packages: /^node:/, only: ['electron/', 'renderer/e2e/'] },
]

/** The floors whose rooms stand in districts. */
export const floors = ['shared/domain', 'shared/contract', 'electron/db/schema', 'electron/core', 'renderer/features']

/**
 * The districts, in the words of the township and its tabs, with the same names on every floor: a district imports only those before it.
 * Its rooms have an order too; a floor has those it needs. What stands loose in a district is above its rooms: its tab, its router.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const districts = {
  people: [],
  township: ['system', 'session', 'access', 'calendar', 'organisation', 'views', 'backups', 'attachments', 'accounts', 'audit'],
  plans: ['points'],
  papers: ['pages'],
  tasks: ['meetings', 'orders', 'tasks', 'groups', 'supervision'],
  villages: ['villages', 'grids', 'issues', 'events', 'tuesday', 'teams'],
  registers: [],
  evaluation: ['summaries', 'sheets', 'computing', 'reading', 'results', 'decisions', 'appeals', 'rulings', 'inputs', 'trial', 'cycle'],
  reports: ['imports', 'layouts', 'exports', 'templates', 'documents', 'papers'],
  desk: ['search', 'workbench', 'module', 'help', 'bundle', 'demo', 'door'],
}

/**
 * What stands beside the districts of a floor: `below` all of them, or `above`.
 * @type {Readonly<Record<string, { readonly below: readonly string[], readonly above: readonly string[] }>>}
 */
export const besides = {
  'shared/domain': { below: ['cells', 'pinyin'], above: [] },
  'shared/contract': { below: ['binary.ts', 'desktop.ts', 'errors.ts', 'grid.ts', 'page-policy.ts', 'procedure.ts', 'read-chosen.ts', 'refusal.ts', 'transfer-pieces.ts', 'vocabulary.ts'], above: ['index.ts'] },
  'electron/db/schema': { below: ['columns.ts'], above: ['index.ts'] },
  'electron/core': { below: ['app'], above: ['attachment-owners.ts', 'router.ts'] },
  'renderer/features': { below: [], above: [] },
}

/** At most so many rooms in a folder, and loose files in the contract. */
export const mostRooms = 12
export const mostLooseFiles = 15
