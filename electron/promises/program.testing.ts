import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTownship } from '../core/desk/bundle/create-township.ts'
import type { TownshipBundle } from '../core/desk/bundle/bundle.ts'
import { cheapCost, consolePassword } from '../core/testing/township.testing.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import { connectLocal, type LocalConnection } from '../host/connect.ts'
import { nodeEnvironment } from '../host/environment.ts'
import { readLock } from '../host/lock-file.ts'

/** The program as its sources are, or as `build/bundle.ts` made one file of them. */
const entry = process.env['TOWNSHIP_PROGRAM'] ?? fileURLToPath(new URL('../cli/index.ts', import.meta.url))

/** A place for one test: data folders, key files, and a folder that its programs take for the machine's temporary one. */
export interface Bench {
  readonly root: string
  readonly temporary: string
  readonly at: (...parts: readonly string[]) => string
  /** A file whose first line is the secret. */
  readonly keyFile: (secret: string) => string
  /** Programs that were started here. */
  readonly children: Set<ChildProcess>
  /** Takes the folder away, and ends whatever a failed test left running. */
  readonly dispose: () => void
}

export function newBench(): Bench {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), 'township-bench-'))
  const temporary = path.join(root, 'tmp')
  mkdirSync(temporary)
  let keyFiles = 0
  const children = new Set<ChildProcess>()
  return {
    root,
    temporary,
    at: (...parts) => path.join(root, ...parts),
    keyFile(secret) {
      keyFiles += 1
      const file = path.join(root, `key-${keyFiles}.txt`)
      writeFileSync(file, `${secret}\n`)
      return file
    },
    children,
    dispose() {
      for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A closed township whose slots open fast; nothing else of it differs from one that the program makes. */
export async function makeTownship(folder: string, bundle: TownshipBundle): Promise<{ readonly folder: DataFolder; readonly recoveryKey: string }> {
  const { environment, release } = nodeEnvironment({ keyCost: cheapCost })
  try {
    const made = await createTownship({ folder: dataFolder(folder), environment, consolePassword, bundle })
    made.app.close()
    return { folder: dataFolder(folder), recoveryKey: made.recoveryKey }
  } finally {
    release()
  }
}

/** The words of a shell that start the program. */
export function programArguments(...args: readonly string[]): readonly string[] {
  return [process.execPath, entry, ...args]
}

/** The program as a process of its own. Compiled sources are kept between starts, which changes nothing but the time. */
export function startProgram(bench: Bench, args: readonly string[]): ChildProcess {
  const { temporary } = bench
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: bench.root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: path.join(tmpdir(), 'township-compiled'), TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  bench.children.add(child)
  return child
}

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command to its end. */
export async function runProgram(bench: Bench, ...args: readonly string[]): Promise<Ended> {
  return endOf(startProgram(bench, args))
}

export function endOf(child: ChildProcess): Promise<Ended> {
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void (output.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (output.stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, ...output }))
  })
}

/** A host that runs in a process of its own. */
export interface Service {
  readonly pid: number
  /** What it printed when it was ready. */
  readonly printed: unknown
  readonly connect: () => Promise<LocalConnection>
  /** Ends it at once, as a crash does. */
  readonly crash: () => Promise<void>
  /** Asks it to stop, by SIGTERM or by the signals given one after the other. */
  readonly stop: (...signals: readonly NodeJS.Signals[]) => Promise<Ended>
}

/** Starts `serve` and waits until it says where it is. */
export async function startService(bench: Bench, folder: DataFolder, keyFile: string): Promise<Service> {
  const child = startProgram(bench, ['serve', '--data', folder.root, '--key-file', keyFile])
  const ended = endOf(child)
  const printed = await new Promise<unknown>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (part: string) => {
      text += part
      if (text.endsWith('}\n')) resolve(JSON.parse(text))
    })
    void ended.then(({ exitCode, stderr }) => reject(new Error(`serve ended with ${String(exitCode)}: ${stderr}`)), reject)
  })
  return {
    pid: child.pid ?? 0,
    printed,
    async connect() {
      const connection = await connectLocal(readLock(folder)?.socket ?? '')
      if (connection === null) throw new Error('nobody answers at the socket of the lock file')
      return connection
    },
    async crash() {
      child.kill('SIGKILL')
      await ended
    },
    async stop(...signals) {
      for (const signal of signals.length === 0 ? ['SIGTERM' as const] : signals) child.kill(signal)
      return ended
    },
  }
}

/** The second, long round of a promise: `TOWNSHIP_FULL=1`. */
export const isFull = Boolean(process.env['TOWNSHIP_FULL'])

/** The figures of a promise in one line. */
export function figuresLine(id: string, figures: Readonly<Record<string, unknown>>): string {
  return `${id} ${JSON.stringify(figures)}`
}
