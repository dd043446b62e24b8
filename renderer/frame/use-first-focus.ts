import { useEffect, type RefObject } from 'react'

const fields = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled])'

/** Puts the keyboard into the first field of a form when it appears; a dialog would otherwise keep it on its frame. */
export function useFirstFocus(form: Readonly<RefObject<HTMLElement | null>>): void {
  useEffect(() => {
    // The frame takes the focus in an effect of its own, which runs after this one.
    queueMicrotask(() => form.current?.querySelector<HTMLElement>(fields)?.focus({ preventScroll: true }))
  }, [form])
}
