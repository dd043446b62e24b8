import { useEffect, useRef } from 'react'
import { useNavigation, type Hold } from '../api/place.ts'
import { useAskDiscard } from './use-discard.ts'

/**
 * Keeps the window on a page with unsaved work until the user has said that he gives it up, whatever leads away: a link, a tab, the back
 * key, another period, the lock. `first` is tried before he is asked, and tells whether everything is saved now.
 */
export function useLeaveGuard(isDirty: boolean, first?: () => Promise<boolean>): void {
  const navigation = useNavigation()
  const ask = useAskDiscard()
  const hold = useRef<Hold>(ask)
  useEffect(() => {
    hold.current = (goOn) => {
      if (first === undefined) ask(goOn)
      else void first().then((isSaved) => (isSaved ? goOn() : ask(goOn)))
    }
  })
  useEffect(() => (isDirty ? navigation.hold((goOn) => hold.current(goOn)) : undefined), [isDirty, navigation])
}
