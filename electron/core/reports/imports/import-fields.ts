import type { ImportInput } from '../../../../shared/contract/reports/transfer.ts'
import { staffKind, taskKind } from '../../../../shared/domain/reports/imports/columns.ts'
import { isListKind } from '../../../../shared/domain/reports/imports/lists/codes.ts'
import type { ListColumn } from '../../../../shared/domain/reports/imports/lists/list-spec.ts'
import { listSpecs } from '../../../../shared/domain/reports/imports/lists/specs.ts'
import type { ImportContext } from '../../../../shared/domain/reports/imports/types.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import { senders } from './import-mapping.ts'
import { definitionOf, sceneOf } from './imports.ts'
import { importContext } from './staff-directory.ts'

type OfKind = Pick<ImportInput, 'kind' | 'registerId'>

/** What a kind of import reads, with the township's own words, and whose ways of writing are remembered. */
export function importFields(app: App, guard: Guarded, input: OfKind) {
  const scene = sceneOf({ app, guard, input: { ...input, picks: [], asOf: guard.now.slice(0, 10) } }, guard.read)
  const definition = definitionOf(input)
  definition.admit(scene)
  const context = { ...importContext(guard.read, scene.today), ...definition.context(scene) }
  return { fields: fieldsOf(input.kind, context), senders: [...senders(guard.read, { kind: input.kind, registerId: input.registerId })] }
}

function fieldsOf(kind: ImportInput['kind'], context: ImportContext) {
  if (isListKind(kind)) {
    const columns: readonly ListColumn[] = listSpecs[kind].columns
    return columns.map((column) => ({ key: column.key, label: column.label, required: column.required ?? false, words: wordsOf(column, context) }))
  }
  if (kind === 'registers') return (context.register?.columns ?? []).map(({ key, title, required }) => ({ key, label: title, required, words: [] }))
  const { columns, anchor } = kind === 'staff' ? staffKind : taskKind
  return columns.map(({ key, label }) => ({ key, label, required: key === anchor, words: [] }))
}

/** Codes with the name of each, for columns whose words a person may have to explain. */
export function wordsOf({ key, reading }: ListColumn, { words }: Pick<ImportContext, 'words'>): { code: string; name: string }[] {
  if (reading.as === 'choice') return Object.entries(reading.words).map(([code, [name]]) => ({ code, name: name ?? code }))
  return reading.as === 'word' ? (words?.[key] ?? []).map(({ code, names: [name] }) => ({ code, name: name ?? code })) : []
}
