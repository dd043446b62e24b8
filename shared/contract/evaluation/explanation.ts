import { z } from 'zod'
import { sourceKinds, type ToldNode } from '../../domain/evaluation/results/explain/node.ts'
import { id } from '../procedure.ts'

/** The row a number came from: `id` opens it (a task, a service event, a sheet …), null where it is no row of its own. */
const source = z.object({ kind: z.enum(sourceKinds), id: id.nullable(), facts: z.array(z.object({ label: z.string(), text: z.string() })) })

export type ExplanationSource = z.infer<typeof source>
export type ExplanationNode = ToldNode<ExplanationSource>

const node: z.ZodType<ExplanationNode> = z.object({
  key: z.string(),
  label: z.string(),
  formula: z.string().nullable(),
  value: z.string().nullable(),
  enters: z.enum(['plus', 'minus', 'asStated']),
  isSum: z.boolean(),
  notes: z.array(z.string()),
  get children() {
    return z.array(node)
  },
  source: source.nullable(),
})

/** Why a total is what it is, down to the source rows, and why its grade. */
export const explanation = z.object({
  code: z.string(),
  resultVersion: z.int(),
  staffId: id,
  staffName: z.string(),
  tree: node,
  grade: z.object({ code: z.string(), name: z.string(), reasons: z.array(z.string()) }),
})
