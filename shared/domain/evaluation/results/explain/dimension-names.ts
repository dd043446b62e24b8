import { dimensionNames, type DimensionName } from '../../../plans/vocabulary.ts'
import type { ExplainNode } from './node.ts'

/** The tree with its dimensions called as the township calls them. */
export function withDimensionNames(node: ExplainNode, labels: Readonly<Record<DimensionName, string>>): ExplainNode {
  const dimension = dimensionNames.find((name) => name === node.key)
  return { ...node, label: dimension === undefined ? node.label : labels[dimension], children: node.children.map((child) => withDimensionNames(child, labels)) }
}
