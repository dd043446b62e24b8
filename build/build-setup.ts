import { buildIfNeeded } from './build-if-needed.ts'

/** The tests of the desktop look at the program as it is built. */
export default function setUp(): void {
  buildIfNeeded(() => undefined)
}
