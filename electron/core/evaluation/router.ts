export { periodsRouter } from './periods-router.ts'
export { plansRouter } from './plans-router.ts'
export { resultsRouter } from './results-router.ts'
export { scoresRouter } from './scores-router.ts'
