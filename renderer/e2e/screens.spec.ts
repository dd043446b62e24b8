import { expect, type Page } from 'playwright/test'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { password, test } from './town.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** Whoever sees most of each part of the window. */
const walks = [
  { account: '叶小龙', places: ['#/workbench', '#/module/party/overview', '#/module/party/teams', '#/module/party/teams/records', '#/module/party/tuesday/2026-06-16', '#/module/coordinate/meetings', '#/module/coordinate/supervision/ledger', '#/module/coordinate/supervision/papers', '#/module/coordinate/supervision/extensions', '#/module/coordinate/supervision/days', '#/module/coordinate/supervision/week', '#/module/economy/people', '#/module/govern/tasks', '#/module/govern/groups', '#/module/govern/issues', '#/module/govern/grids', '#/module/govern/registers/govern-disputes', '#/module/economy/registers/library-cases', '#/evaluation/cycle', '#/evaluation/summaries/all', '#/evaluation/sheets', '#/evaluation/sheets/handover', '#/evaluation/ballot', '#/evaluation/inputs', '#/evaluation/inputs/sources', '#/evaluation/rulings', '#/evaluation/rulings/appeals', '#/evaluation/results', '#/evaluation/results/decide', '#/evaluation/plans', '#/evaluation/plans/compare', '#/evaluation/trial', '#/evaluation/fairness', '#/reports/export', '#/reports/import', '#/reports/templates', '#/reports/verify', '#/system/calendar'] },
  { account: '应素芬', places: ['#/workbench', '#/module/service/overview', '#/evaluation/sheets', '#/evaluation/rulings', '#/evaluation/results', '#/evaluation/results/decide', '#/system/township'] },
  { account: '徐露', places: ['#/system/accounts', '#/system/backups'] },
  { account: '魏思远', places: ['#/system/audit'] },
  { account: '祝立群', places: ['#/workbench', '#/module/party/tasks', '#/module/party/registers', '#/evaluation/summaries', '#/evaluation/ballot', '#/evaluation/results'] },
] as const

/** Their screens are the same in a township of any size. */
const keepers: readonly string[] = ['徐露', '魏思远']

/** The lines that are fullest, in a window of 1366 × 768 at a zoom of 150 %. */
const narrow = { size: { width: 911, height: 512 }, account: '叶小龙', places: ['#/module/coordinate/supervision/ledger', '#/module/coordinate/supervision/week', '#/module/economy/registers/library-cases'] } as const

/** Goes to a place and waits until nothing is loading any more. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, place)
  await expect(page.getByRole('main').first()).toBeVisible()
  await expect(page.locator('.ant-skeleton, .ui-loading, .ag-loading')).toHaveCount(0)
}

// A walk needs nothing of another's, and all of them are long.
test.describe.configure({ mode: 'parallel' })

for (const preset of ['demo', 'large'] as const) {
  test.describe(`every screen of the ${preset} township`, () => {
    test.use({ preset })
    for (const { account, places } of preset === 'large' ? walks.filter(({ account }) => !keepers.includes(account)) : walks) {
      test(`as ${account} sees it: nothing cut off, covered, out of sight or untranslated, and open to everyone`, async ({ page, town }) => {
        test.setTimeout(60_000 + places.length * sizes.length * 6_000)
        const door = await town.door(page)
        await door.enter(account, password)
        const found: string[] = []
        // What much data does to a screen, the smaller size shows.
        for (const size of preset === 'large' ? [sizes[0]] : sizes) {
          await page.setViewportSize(size)
          for (const place of places) {
            await goTo(page, place)
            found.push(...(await layoutFaults(page)).map((fault) => `${size.width} ${place} ${fault}`))
            if (size.width === 1366 && preset === 'demo') found.push(...(await accessFaults(page)).map((fault) => `${place} ${fault}`))
          }
        }
        expect(found).toEqual([])
      })
    }

    if (preset === 'demo') {
      test('nothing is cut off in the fullest lines of a module at a zoom of 150 %', async ({ page, town }) => {
        const door = await town.door(page)
        await door.enter(narrow.account, password)
        await page.setViewportSize(narrow.size)
        for (const place of narrow.places) {
          await goTo(page, place)
          expect.soft(await layoutFaults(page), place).toEqual([])
        }
      })
    }
  })
}
