import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { bundleOf } from './bundle.ts'
import { suitesHere } from './suites.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  test: {
    root,
    maxWorkers: availableParallelism(),
    projects: suitesHere().suites.map(({ name, include, exclude = [], timeoutMs, needsBuild = false, bundles = {}, isShared = false, isTimed = false }, place, { length }) => ({
      test: {
        root,
        name,
        include: [...include],
        exclude: [...exclude, '**/node_modules/**'],
        testTimeout: timeoutMs,
        hookTimeout: timeoutMs,
        globalSetup: [...(needsBuild ? ['build-setup.ts'] : []), ...(Object.keys(bundles).length > 0 ? ['bundle-setup.ts'] : [])].map((file) => path.join(root, 'build', file)),
        env: Object.fromEntries(Object.keys(bundles).map((variable) => [variable, bundleOf(variable)])),
        fileParallelism: !isTimed,
        ...(isShared ? { pool: 'threads', isolate: false } : {}),
        // A timed suite has a turn of its own; the first is that of the fast ones, the last that of all others.
        sequence: { groupOrder: isTimed ? place : name === 'unit' ? 0 : length },
      },
    })),
  },
})
