/**
 * Makes the next migration from the schema: drizzle-kit writes the SQL, and every new table becomes STRICT,
 * which drizzle-kit cannot say. The ballots' tables are WITHOUT ROWID besides, so that no order of insertion is kept.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../electron/db/migrations', import.meta.url))
const withoutRowid = new Set(['peer_count', 'peer_roll'])

execFileSync('drizzle-kit', ['generate', '--config', 'build/drizzle.config.ts', ...process.argv.slice(2)], { stdio: 'inherit' })

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = path.join(folder, name)
  const sql = readFileSync(file, 'utf8')
  const strict = sql.replace(/CREATE TABLE `(\w+)` \(([\s\S]*?)\n\);/g, (_, table: string, body: string) => {
    const options = withoutRowid.has(table.replace('__new_', '')) ? 'STRICT, WITHOUT ROWID' : 'STRICT'
    return `CREATE TABLE \`${table}\` (${body}\n) ${options};`
  })
  if (strict !== sql) writeFileSync(file, strict)
}
