import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appRoot } from '../electron/app-root.ts'

const isOurs = (name: string) => !/(^|\/)(node_modules|out|dist|data|coverage|\.git)(\/|$)/.test(name.replaceAll('\\', '/'))
const files = globSync('**/*', { cwd: appRoot, exclude: (name) => !isOurs(name) }).map((name) => name.replaceAll('\\', '/'))
const guides = files.filter((name) => /(^|\/)README\.md$/.test(name))
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(path.join(appRoot, 'package.json'), 'utf8')))

/** What is made at run time and stands in no folder of the project. */
const made = /^(out|dist|data)\/|^(host\.lock|tasks\.csv)$/

/** `core/app/guard.ts`, `read-*.ts`, `layouts/`: what reads as a path of a file or a folder. */
const pathForm = /^(?:\.{1,2}\/)*[\w.@*{}-]+(?:\/[\w.@*{}-]+)*(?:\.(?:ts|tsx|js|json|md|css|sql|html|png|py|xlsx)|\/)$/

/** The paths a guide names in code and in links. */
function pathsIn(text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target)
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, token = '']) => token)
  const arrows = [...text.matchAll(/→ (\S+README\.md)/g)].map(([, target = '']) => target.replaceAll('`', ''))
  return [...links, ...code.filter((token) => pathForm.test(token)), ...arrows].filter((token) => !made.test(token))
}

/** From the guide's folder, by the end of a path below it, or from the project's root. */
function isThere(folder: string, named: string): boolean {
  if (named.includes('*') || named.includes('{')) return [folder, ''].some((from) => globSync(path.posix.join(from, named), { cwd: appRoot }).length > 0 || globSync(path.posix.join(from, '**', named), { cwd: appRoot, exclude: (name) => !isOurs(name) }).length > 0)
  if ([folder, ''].some((from) => existsSync(path.join(appRoot, from, named)))) return true
  const below = folder === '.' ? '' : `${folder}/`
  const ending = `/${named.replace(/\/$/, '')}`
  return files.some((name) => name.startsWith(below) && `/${name}`.endsWith(ending))
}

describe('the guides', () => {
  test.each(guides)('%s names only what is there', (guide) => {
    const named = pathsIn(readFileSync(path.join(appRoot, guide), 'utf8'))
    expect(named.filter((one) => !isThere(path.posix.dirname(guide), one))).toEqual([])
  })

  test('every command of npm they name is there', () => {
    const named = guides.flatMap((guide) => [...readFileSync(path.join(appRoot, guide), 'utf8').matchAll(/npm (?:run (?:-s )?)?([a-z][\w:]*)/g)].map(([, script = '']) => `${guide} ${script}`))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((one) => !['ci', 'install'].includes(one.split(' ')[1] ?? '') && scripts[one.split(' ')[1] ?? ''] === undefined)).toEqual([])
  })

  test('every area has one', () => {
    const areas = ['build', 'electron/cli', 'electron/core', 'electron/db', 'electron/host', 'electron/main', 'electron/promises', 'electron/workbooks/exports', 'electron/workbooks/gate', 'electron/workbooks/imports', 'renderer', 'renderer/e2e', 'renderer/features', 'renderer/grid', 'renderer/ui', 'resources', 'shared/contract', 'shared/domain']
    expect(areas.filter((area) => !guides.includes(`${area}/README.md`))).toEqual([])
  })
})
