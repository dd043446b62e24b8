import { generateDemo } from '../desk/demo/demo.ts'

/** The demo of the tests; generated once in a process. */
export const demo2026 = generateDemo(2026)
