export { extensionsRouter } from './extensions.ts'
export { supervisionsRouter } from './supervisions.ts'
export { supervisionDaysRouter } from './days.ts'
