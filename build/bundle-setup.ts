import type { TestProject } from 'vitest/node'
import { bundle } from './bundle.ts'
import { suitesHere } from './suites.ts'

/** Makes the files that a suite starts its programs from. */
export default async function setUp({ name }: TestProject): Promise<void> {
  const bundles = suitesHere().suites.find((suite) => suite.name === name)?.bundles ?? {}
  for (const [variable, source] of Object.entries(bundles)) await bundle(variable, source)
}
