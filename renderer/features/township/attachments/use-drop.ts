import { useEffect, useState, type RefObject } from 'react'
import { useLatest } from '../../../grid/use-latest.ts'
import { bringsFiles, incomingFiles } from './incoming-files.ts'

const now = () => new Date().toISOString()

/** Whether the paste belongs to a field that is being typed in. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
}

/** Whether nothing lies over the place: no sheet and no dialog but the one it stands in. */
function isOnTop(place: HTMLElement | null): boolean {
  const top = [...document.querySelectorAll('[role="dialog"]')].at(-1)
  return place !== null && (top === undefined || top.contains(place))
}

/**
 * Files dropped anywhere on the page, or pasted outside a field, while `mayTake` and nothing lies over the place. Nothing
 * dropped beside it ever replaces the page. Gives whether files are being dragged over it.
 */
export function useDrop(place: RefObject<HTMLElement | null>, mayTake: boolean, take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useLatest(take)
  useEffect(() => {
    const takes = () => mayTake && isOnTop(place.current)
    const drag = (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = takes() ? 'copy' : 'none'
      setOver(takes())
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFiles(event.dataTransfer)) return
      event.preventDefault()
      if (takes()) latest.current(incomingFiles(event.dataTransfer, now))
    }
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event
      if (!takes() || event.defaultPrevented || isTyping(event.target) || !bringsFiles(clipboardData)) return
      event.preventDefault()
      latest.current(incomingFiles(clipboardData, now))
    }
    document.addEventListener('dragover', drag)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', drag)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [place, mayTake, latest])
  return isOver
}
