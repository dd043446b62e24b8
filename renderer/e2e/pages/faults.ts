import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/** Words of keys and file kinds that stay as they are; anything else in Latin letters is untranslated. */
const latinWords = /^(ctrl|alt|shift|enter|esc|tab|home|end|delete|xlsx|csv|wps|excel|twbak|ouyf|pdf|word)$/i

/** What is wrong with the screen as it stands: cut off, out of sight, covered, untranslated. Empty when nothing is. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate((pattern) => {
    const faults: string[] = []
    const known = new RegExp(pattern, 'i')
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().slice(0, 30)}”`
    const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const isScrolled = (element: Element) => {
      for (let above = element.parentElement; above !== null; above = above.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(above)
        const { width, height } = above.getBoundingClientRect()
        if (((overflowX === 'auto' || overflowX === 'scroll') && above.scrollWidth > width + 1) || ((overflowY === 'auto' || overflowY === 'scroll') && above.scrollHeight > height + 1) || above.classList.contains('ag-center-cols-viewport') || above.classList.contains('ag-header')) return true
      }
      return false
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('the page is wider than the window')

    // What scrolls by a few pixels only was meant to fit; where scrollbars have a width it shows one that leads nowhere. A page may be longer than the window by as little.
    for (const element of document.querySelectorAll('body *:not(textarea)')) {
      if (!isShown(element) || element.closest('[class*="ag-"], .ui-unseen') !== null) continue
      const { overflowX, overflowY } = getComputedStyle(element)
      const scrollsBy = (overflow: string, extent: number, room: number) => (overflow === 'auto' || overflow === 'scroll') && room > 0 && extent > room && extent <= room + 8
      if (scrollsBy(overflowX, element.scrollWidth, element.clientWidth) || (element.clientHeight < 120 && scrollsBy(overflowY, element.scrollHeight, element.clientHeight))) faults.push(`scrolls by a hair: ${name(element)}`)
    }

    for (const element of document.querySelectorAll('body *')) {
      const ownText = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join('').trim()
      if (ownText === '' || !isShown(element) || element.closest('.ui-unseen, [aria-hidden="true"], script, style') !== null) continue
      const box = element.getBoundingClientRect()
      if (box.width < 2 || box.height < 2) continue
      const style = getComputedStyle(element)
      const isCut = element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible' && element.clientWidth > 0
      // A long text in a cell, or one that is read in full on a hint, may end in an ellipsis; a heading, a button, a tab or a label may not.
      const mayEllipse = style.textOverflow === 'ellipsis' && (element.closest('[title]') !== null || element.closest('button, h1, h2, th, label, [role="tab"], .ant-tag, .ag-header-cell') === null)
      if (isCut && !mayEllipse) faults.push(`cut off: ${name(element)}`)
      if ((box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1) && !isScrolled(element)) faults.push(`out of sight: ${name(element)}`)
      for (const [word] of ownText.replaceAll(/[^\s“”，。]+\.(xlsx|docx|csv|txt|twbak)/g, '').matchAll(/[A-Za-z]{4,}/g)) if (!known.test(word) && element.closest('[translate="no"], .ag-cell, input, kbd') === null) faults.push(`untranslated: ${word} in ${name(element)}`)
    }

    for (const element of document.querySelectorAll('button, input, select, textarea, a[href], [role="combobox"]')) {
      if (!isShown(element) || isScrolled(element) || element.closest('[aria-hidden="true"], .ant-select, .ui-unseen') !== null) continue
      const { left, top, width, height } = element.getBoundingClientRect()
      if (width < 4 || height < 4) continue
      const [x, y] = [left + width / 2, top + height / 2]
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue
      const hit = document.elementFromPoint(x, y)
      if (hit !== null && !element.contains(hit) && !hit.contains(element) && hit.closest('label, .ant-modal-mask, .ant-modal-wrap, .ant-drawer-mask, .ant-drawer') === null) faults.push(`covered: ${name(element)} by ${name(hit)}`)
    }
    return [...new Set(faults)]
  }, latinWords.source)
}

/** Serious and critical violations that axe finds, as one line each. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join('; ')})`)
}
