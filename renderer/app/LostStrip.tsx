import type { ReactNode } from 'react'
import { useApi } from '../api/api.ts'
import { useStore } from '../api/store.ts'
import './shell.css'
import { shellWords } from './vocabulary.ts'

/** Says that the way to the data is lost and being sought. */
export function LostStrip(): ReactNode {
  const state = useStore(useApi().connection.state)
  return state === 'lost' ? (
    <div role="status" className="shell-lost">
      {shellWords.lost}
    </div>
  ) : null
}
