import type { TownshipClient } from '../../../api/connection.ts'

export type Inspected = Awaited<ReturnType<TownshipClient['templates']['inspect']>>
export type TemplateOutline = Inspected['outline']
export type TemplateRow = Inspected['template']
