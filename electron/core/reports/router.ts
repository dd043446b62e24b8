import { guarded } from '../app/guard.ts'
import { logPrinted, showPages } from './exports/book-pages.ts'
import { verifyExport } from './exports/export-log.ts'
import { runExport, startExport } from './exports/exports.ts'
import { outlineOfFile } from './imports/import-file.ts'
import { importFields } from './imports/import-fields.ts'
import { importForm } from './imports/import-form.ts'
import { streamImport } from './imports/import-stream.ts'
import { applyImport, previewImport } from './imports/imports.ts'
import { undoImport } from './imports/undo-import.ts'
import { listExports, listImports } from './exports/transfer-log.ts'

export const importsRouter = {
  preview: guarded.imports.preview.handler(({ input, context: { app, guard }, signal }) => previewImport({ app, guard, input, report: () => undefined, signal: signal ?? new AbortController().signal })),
  apply: guarded.imports.apply.handler(({ input, context: { app, guard }, signal }) => applyImport({ app, guard, input, report: () => undefined, signal: signal ?? new AbortController().signal })),
  startPreview: guarded.imports.startPreview.handler(({ input, context: { app, guard }, signal }) => streamImport({ app, guard, input }, signal, previewImport)),
  startApply: guarded.imports.startApply.handler(({ input, context: { app, guard }, signal }) => streamImport({ app, guard, input }, signal, applyImport)),
  outline: guarded.imports.outline.handler(({ input, context: { app } }) => outlineOfFile(app, input.file)),
  fields: guarded.imports.fields.handler(({ input, context: { app, guard } }) => importFields(app, guard, input)),
  form: guarded.imports.form.handler(({ input, context: { app, guard } }) => importForm(app, guard, input)),
  undo: guarded.imports.undo.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ modules: guard.view.kind === 'all' ? [] : guard.view.modules }),
      write(tx) {
        undoImport(tx, app, guard, input.batchId)
        return {}
      },
      audit: () => ({ subject: input.batchId, detail: {} }),
    }),
  ),
  log: guarded.imports.log.handler(({ input, context: { guard } }) => listImports(guard, input)),
}

export const exportsRouter = {
  run: guarded.exports.run.handler(({ input, context: { app, guard }, signal }) => runExport(app, guard, input, signal)),
  start: guarded.exports.start.handler(({ input, context: { app, guard }, signal }) => startExport(app, guard, input, signal)),
  verify: guarded.exports.verify.handler(({ input, context: { app, guard } }) => verifyExport(app, guard, input.file)),
  log: guarded.exports.log.handler(({ input, context: { guard } }) => listExports(guard, input)),
}

export const booksRouter = {
  pages: guarded.books.pages.handler(({ input, context, signal }) => showPages(context, input, signal)),
  close: guarded.books.close.handler(({ input, context: { house, connection } }) => {
    house.previews.close(connection, input.preview)
    return {}
  }),
  printed: guarded.books.printed.handler(({ input, context: { app, guard } }) => logPrinted(app, guard, input)),
}
