import { expect } from 'playwright/test'
import { test } from '../town.ts'

/** From here on a test fails whose window throws something or complains, whatever is typed into it. */
export function hearComplaints(): void {
  const heard: string[] = []
  test.beforeEach(({ page }) => {
    page.on('pageerror', ({ message }) => heard.push(message))
    page.on('console', (line) => {
      // The host of a test may end before its window does; a browser asks for a favicon of its own.
      const isOurs = !line.text().startsWith('WebSocket connection') && !line.location().url.endsWith('/favicon.ico')
      if (isOurs && (line.type() === 'error' || line.type() === 'warning')) heard.push(line.text())
    })
  })
  test.afterEach(() => expect(heard.splice(0)).toEqual([]))
}
