import { guarded } from '../../app/guard.ts'
import { catalogueFor } from './catalogue.ts'
import { addTemplate, removeTemplate, renameTemplate, replaceTemplateFile, saveTemplateMapping } from './edit.ts'
import { previewFill, startFill } from './fill.ts'
import { listedTemplates, mappingOf, outlineOf, requireTemplate } from './stored.ts'

export const templatesRouter = {
  list: guarded.templates.list.handler(({ context: { guard } }) => ({ rows: listedTemplates(guard.read), mayEdit: guard.view.kind === 'all' })),
  fields: guarded.templates.fields.handler(({ input, context: { guard } }) => catalogueFor(guard, input.book)),
  inspect: guarded.templates.inspect.handler(async ({ input, context: { app, guard } }) => {
    const { file, ...row } = requireTemplate(guard.read, input.id)
    const saved = mappingOf(row)
    const catalogue = await catalogueFor(guard, row.book)
    const outline = await outlineOf(app, file, { mapping: input.mapping ?? saved, catalogue, window: input.window, probes: [] })
    const { id, name, fileName, book, version } = row
    return { template: { id, name, fileName, book, version }, mapping: saved, catalogue, outline }
  }),
  add: guarded.templates.add.handler(({ input, context: { app, guard } }) => addTemplate(app, guard, input)),
  rename: guarded.templates.rename.handler(({ input, context: { guard } }) => renameTemplate(guard, input)),
  saveMapping: guarded.templates.saveMapping.handler(({ input, context: { app, guard } }) => saveTemplateMapping(app, guard, input)),
  replaceFile: guarded.templates.replaceFile.handler(({ input, context: { app, guard } }) => replaceTemplateFile(app, guard, input)),
  remove: guarded.templates.remove.handler(({ input, context: { guard } }) => removeTemplate(guard, input)),
  preview: guarded.templates.preview.handler(async ({ input, context: { app, guard }, signal }) => ({ outline: await previewFill(app, guard, input, input.window, signal) })),
  fill: guarded.templates.fill.handler(({ input, context: { app, guard }, signal }) => startFill(app, guard, input, signal)),
}
