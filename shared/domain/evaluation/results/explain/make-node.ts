import type { ExplainedFact, ExplainedSource, ExplainNode, SourceRef, ToldNode } from './node.ts'

type Given = Pick<ExplainNode, 'key' | 'label' | 'value'> & Partial<ExplainNode>

/** A node with everything that was not said left empty. */
export function makeNode(given: Given): ExplainNode {
  return { formula: null, arithmetic: null, enters: 'asStated', isSum: false, notes: [], children: [], source: null, ...given }
}

/** Facts without those that have nothing to say. */
export function facts(...pairs: readonly (readonly [string, string | number | null])[]): readonly ExplainedFact[] {
  return pairs.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text: String(text) }]))
}

export function sourceOf(ref: SourceRef, ...pairs: readonly (readonly [string, string | number | null])[]): ExplainedSource {
  return { ref, facts: facts(...pairs) }
}

/** The notes that apply. */
export function notes(...texts: readonly (string | null | false)[]): readonly string[] {
  return texts.filter((text): text is string => typeof text === 'string' && text !== '')
}

/** The tree as it is told to somebody, with each source put by `change`. */
export function toldTree<Source>({ arithmetic: _, ...node }: ExplainNode, change: (source: ExplainedSource) => Source): ToldNode<Source> {
  return { ...node, source: node.source === null ? null : change(node.source), children: node.children.map((child) => toldTree(child, change)) }
}
