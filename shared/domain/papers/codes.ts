/** The workbooks: each may be made, and may fill a template of the upper level. */
export const workbookBooks = ['evaluation', 'evaluation-year', 'performance', 'tasks', 'teams', 'registers', 'roster'] as const
export type WorkbookBook = (typeof workbookBooks)[number]

/** What has a layout, named as their files in `resources/layouts`: the workbooks, and the papers that are only printed. */
export const layoutBooks = [...workbookBooks, 'papers'] as const
export type LayoutBook = (typeof layoutBooks)[number]
