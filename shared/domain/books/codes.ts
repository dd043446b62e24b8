/** The workbooks that have a layout, named as their files in `resources/layouts`. */
export const layoutBooks = ['evaluation', 'evaluation-year', 'performance', 'tasks', 'teams', 'registers', 'roster'] as const
export type LayoutBook = (typeof layoutBooks)[number]
