import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { suitesHere } from './suites.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  test: {
    root,
    maxWorkers: availableParallelism(),
    projects: suitesHere().suites.map(({ name, include, exclude = [], timeoutMs }, place) => ({
      test: {
        root,
        name,
        include: [...include],
        exclude: [...exclude, '**/node_modules/**'],
        testTimeout: timeoutMs,
        hookTimeout: timeoutMs,
        fileParallelism: name === 'unit',
        // One suite after the other: what is timed or killed must not share the machine with the rest.
        sequence: { groupOrder: place },
      },
    })),
  },
})
