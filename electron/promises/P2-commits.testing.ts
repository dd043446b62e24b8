/**
 * A process of its own, to be run under strace: opens a township by the product's own code and makes single commits.
 * Arguments: data folder, secret, number of commits, and `NORMAL` to weaken the connection first, which only this file can.
 */
import { unlock } from '../core/township/session/unlock.ts'
import { dataFolder } from '../db/data-folder.ts'
import { nodeEnvironment } from '../host/environment.ts'

const [, , root = '', secret = '', commits = '0', weakened = ''] = process.argv

const { environment, release } = nodeEnvironment()
const app = await unlock(dataFolder(root), environment, { kind: 'console' }, secret)
const { raw } = app.database()
if (weakened !== '') raw.pragma(`synchronous = ${weakened}`)
for (let commit = 0; commit < Number(commits); commit += 1) {
  app.mutate({ actor: 'test', action: 'test.commit', areas: [], write: () => null, audit: () => ({ subject: null, detail: { commit } }) })
}
process.stdout.write(JSON.stringify({ synchronous: raw.pragma('synchronous', { simple: true }) }))
app.close()
release()
