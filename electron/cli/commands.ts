import { accessSync, constants, existsSync, openAsBlob, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copies, importKinds, workbooks } from '../../shared/contract/reports/transfer.ts'
import { handPieces, takePieces } from '../../shared/contract/transfer-pieces.ts'
import { Refusal } from '../../shared/contract/refusal.ts'
import type { BinaryFile } from '../../shared/contract/binary.ts'
import { importKindNames, otherKindMessage } from '../../shared/domain/reports/imports/vocabulary.ts'
import { evaluateCase } from '../../shared/domain/evaluation/evaluate-case.ts'
import { parseCase } from '../../shared/domain/evaluation/reading/parse-case.ts'
import { createTownship } from '../core/desk/bundle/create-township.ts'
import { dayInChina } from '../core/app/environment.ts'
import { caseBundle } from '../core/desk/bundle/case-bundle.ts'
import { requireTownshipRow } from '../core/app/session.ts'
import { makeDemo } from '../core/desk/demo/make-demo.ts'
import { restoreIntoEmpty } from '../core/township/backups/backup.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { makeFolder } from '../db/data-folder.ts'
import { nodeEnvironment } from '../host/environment.ts'
import { openTownship } from '../host/open-township.ts'
import type { TownshipClient } from '../host/connect.ts'
import { serve } from '../host/serve.ts'
import { stopOnSignal } from '../host/stop-signals.ts'
import { folderOf, ownerOf, readExisting, requireChoice, requireFile, requireOperand, requireOption, secretOf, type CommandLine, type Values } from './arguments.ts'
import { cliWords } from './vocabulary.ts'
import { writePieces } from './write-pieces.ts'

/** What a command prints, and whether its result counts as done. */
export interface Printed {
  readonly output: unknown
  readonly exitCode: 0 | 1 | 2
  /** Canonical JSON instead of the order in which the result was made. */
  readonly canonical?: true
  /** Set by a command that goes on until it is told to stop. */
  readonly running?: Promise<void>
}

const done = (output: unknown): Printed => ({ output, exitCode: 0 })

/** Every command; the table in the README lists the same ones. */
export const commands: Readonly<Record<string, (line: CommandLine) => Printed | Promise<Printed>>> = {
  evaluate(line) {
    const evaluated = evaluateCase(readJson(requireOperand(line, cliWords.caseFile)))
    if (evaluated.kind === 'refused') throw invalidCase(evaluated.issues)
    return done(evaluated.document)
  },

  async 'load-case'(line) {
    const parsed = parseCase(readJson(requireOperand(line, cliWords.caseFile)))
    if (parsed.kind === 'refused') throw invalidCase(parsed.issues)
    if (parsed.kind === 'year') throw new Refusal('usage', { reason: cliWords.quarterOnly })
    const { input } = parsed
    const { environment, release } = nodeEnvironment()
    try {
      const { app, recoveryKey } = await createTownship({ folder: folderOf(line.values), environment, consolePassword: secretOf(line.values), bundle: caseBundle(input) })
      app.close()
      return done({ township: input.township.name, period: input.period.id, staff: input.staff.length, tasks: input.tasks.length, recoveryKey })
    } finally {
      release()
    }
  },

  async demo({ values }) {
    const { environment, release } = nodeEnvironment()
    try {
      const made = await makeDemo({ folder: folderOf(values), environment, consolePassword: secretOf(values), isEmpty: values.empty ?? false })
      const { name } = requireTownshipRow(made.app.read())
      made.app.close()
      return done({ township: name, accounts: made.passwords, recoveryKey: made.recoveryKey })
    } finally {
      release()
    }
  },

  async import(line) {
    const { values } = line
    const source = requireOperand(line, cliWords.importFile)
    const bytes = readExisting(source)
    // `register:<code or name>`
    const [given = '', ...behind] = requireOption(values, 'kind').split(':')
    const register = behind.join(':')
    const kind = requireChoice(given === 'register' && register !== '' ? 'registers' : given, 'kind', importKinds)
    const asOf = values['as-of'] ?? dayInChina(new Date().toISOString())
    const file = new File([new Uint8Array(bytes)], path.basename(source))
    const isApplied = values.apply ?? false
    const outFolder = isApplied ? requireWritable(values.out ?? path.dirname(path.resolve(source))) : null
    return withTownship(values, async (client) => {
      const found = kind === 'registers' ? (await client.registers.list({})).find(({ code, name }) => code === register || name === register) : undefined
      if (kind === 'registers' && found === undefined) throw new Refusal('not_found', { what: cliWords.register(register) })
      const input = { file, kind, asOf, ...(values.sender === undefined ? {} : { sender: values.sender }), ...(found === undefined ? {} : { registerId: found.id }) }
      const { errorWorkbook, batchId, reading, stamp: _, ...printed } = isApplied ? await client.imports.apply(input) : await client.imports.preview(input)
      const result = { ...printed, rows: printed.rows.map(({ candidates, ...row }) => (candidates.length === 0 ? row : { ...row, candidates })) }
      const errorFile = errorWorkbook === null || outFolder === null ? null : await writeInto(outFolder, errorWorkbook)
      const isNothing = result.rows.every(({ state }) => state !== 'new' && state !== 'changed' && state !== 'same')
      const told = {
        ...(reading.otherSheets.length === 0 ? {} : { otherSheets: reading.otherSheets }),
        ...(reading.quarter === null ? {} : { quarter: reading.quarter }),
        ...(reading.missing.length === 0 ? {} : { missing: reading.missing }),
        ...(reading.unread.length === 0 ? {} : { unread: reading.unread }),
        ...(isNothing ? { message: reading.looksLike === null ? cliWords.nothingTaken(result.rows.length) : otherKindMessage(importKindNames[reading.looksLike], importKindNames[kind]) } : {}),
      }
      return { output: { ...result, ...told, ...(isApplied ? { batch: batchId, errorWorkbook: errorFile } : {}) }, exitCode: isNothing ? 2 : 0 }
    })
  },

  compute: ({ values }) =>
    withTownship(values, async (client) => {
      const { document } = await client.periods.compute({ code: requireOption(values, 'period') })
      return done(document)
    }),

  export({ values }) {
    const workbook = requireChoice(requireOption(values, 'workbook'), 'workbook', workbooks)
    const copy = requireChoice(values.copy ?? 'working', 'copy', copies)
    const period = workbook === 'roster' ? (values.period ?? '') : requireOption(values, 'period')
    const out = requireWritable(requireOption(values, 'out'))
    return withTownship(values, async (client) => {
      const { file } = await client.exports.run({ workbook, period, copy })
      return done({ file: await writeInto(out, file) })
    })
  },

  verify(line) {
    const source = requireOperand(line, cliWords.workbookFile)
    const file = new File([new Uint8Array(readExisting(source))], path.basename(source))
    return withTownship(line.values, async (client) => {
      const { state, cells, count } = await client.exports.verify({ file })
      return { output: { state, cells, count }, exitCode: state === 'unchanged' ? 0 : 1 }
    })
  },

  check: ({ values }) =>
    withTownship(values, async (client) => {
      const output = await client.system.check()
      const { missing, damaged } = output.attachments
      return { output, exitCode: missing.length + damaged.length === 0 ? 0 : 1 }
    }),

  backup({ values }) {
    const out = requireWritable(requireOption(values, 'out'))
    return withTownship(values, async ({ system }) => {
      const offered = await system.backup()
      const file = await writePieces(out, offered.fileName, (write) => takePieces(offered, (wanted) => system.readBackup(wanted), write))
      await system.endTransfer({ transfer: offered.transfer })
      return { output: { file, faulty: offered.faulty }, exitCode: offered.faulty === 0 ? 0 : 1 }
    })
  },

  async restore(line) {
    const source = requireOperand(line, cliWords.backupFile)
    requireFile(source)
    const folder = folderOf(line.values)
    if (!existsSync(folder.keys) && !existsSync(folder.database)) {
      await restoreIntoEmpty(folder.root, source, secretOf(line.values))
      return done({ restored: folder.database, kept: null })
    }
    const file = await openAsBlob(source)
    return withTownship(line.values, async ({ system }) => {
      const transfer = await handPieces(file, (bytes) => new File([bytes], 'piece'), (part) => system.sendBackup(part))
      const { kept, missing } = await system.restore({ transfer })
      return { output: { restored: folder.database, kept: path.join(folder.root, kept), missing }, exitCode: missing === 0 ? 0 : 1 }
    })
  },

  dump: ({ values }) =>
    withTownship(values, async (client) => {
      const { document } = await client.system.dump()
      return { output: document, exitCode: 0, canonical: true }
    }),

  async serve({ values }) {
    const opened = await openTownship({ folder: folderOf(values), owner: ownerOf(values), secret: secretOf(values) })
    if (opened.kind === 'client') {
      opened.close()
      return done({ address: opened.lock.address, alreadyRunning: true })
    }
    const host = await serve(opened.house)
    const running = stopOnSignal(() => host.stop().then(opened.close))
    return { output: { address: host.address, entrance: host.newEntrance(), alreadyRunning: false }, exitCode: 0, running }
  },
}

/** Canonical or plain JSON text of a result. */
export function textOf({ output, canonical }: Printed): string {
  return canonical ? canonicalJson(output, 1) : JSON.stringify(output, null, 1)
}

async function withTownship(values: Values, use: (client: TownshipClient) => Promise<Printed>): Promise<Printed> {
  // stderr is for the failure alone, so what nobody expected is thrown as it was.
  const unexpected: unknown[] = []
  const opened = await openTownship({ folder: folderOf(values), owner: ownerOf(values), secret: secretOf(values), logError: (_, error) => unexpected.push(error) })
  try {
    return await use(opened.client)
  } catch (error) {
    throw unexpected[0] ?? error
  } finally {
    opened.close()
  }
}

/** The folder, or the nearest one above it that is there, takes files: asked before anything is changed, so that a result has a place to go. */
function requireWritable(folder: string): string {
  let nearest = path.resolve(folder)
  while (!existsSync(nearest)) nearest = path.dirname(nearest)
  if (!statSync(nearest).isDirectory()) throw new Refusal('usage', { reason: cliWords.wrongPath(nearest) })
  accessSync(nearest, constants.W_OK)
  return folder
}

/** Writes a file into a folder, whole or not at all, for the owner's eyes alone. Gives its path. */
async function writeInto(folder: string, file: BinaryFile): Promise<string> {
  makeFolder(path.resolve(folder))
  const target = path.join(folder, path.basename(file.name))
  writeFileSync(`${target}.part`, Buffer.from(await file.arrayBuffer()), { flush: true, mode: 0o600 })
  renameSync(`${target}.part`, target)
  return target
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readExisting(file).toString('utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('usage', { reason: cliWords.notJson(file) })
    throw error
  }
}

function invalidCase(issues: readonly { readonly path: string; readonly code: string; readonly message: string }[]): Refusal {
  return new Refusal('invalid_case', { count: issues.length, first: issues[0]?.message ?? '' }, issues)
}
