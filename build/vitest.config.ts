import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { suitesHere } from './suites.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  test: {
    root,
    maxWorkers: availableParallelism(),
    projects: suitesHere().suites.map(({ name, include, exclude = [], timeoutMs, needsBuild }, place) => ({
      test: {
        root,
        name,
        include: [...include],
        exclude: [...exclude, '**/node_modules/**'],
        testTimeout: timeoutMs,
        hookTimeout: timeoutMs,
        globalSetup: needsBuild ? [path.join(root, 'build', 'e2e-setup.ts')] : [],
        fileParallelism: name === 'unit',
        // One suite after the other: what is timed or killed must not share the machine with the rest.
        sequence: { groupOrder: place },
      },
    })),
  },
})
