import { useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Elements } from '../../ui/gallery/Elements.tsx'
import { Look } from '../../ui/Look.tsx'
import { createLedger } from './ledger.ts'
import { LedgerPage } from './LedgerPage.tsx'
import { ledgerWords } from './samples.ts'

const places = [
  { hash: '#elements', label: ledgerWords.elements },
  { hash: '#grid', label: ledgerWords.grid },
  { hash: '#grid-compact', label: ledgerWords.gridCompact },
  { hash: '#grid-read', label: ledgerWords.gridReadOnly },
  { hash: '#grid-empty', label: ledgerWords.gridEmpty },
] as const

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** Not part of the product: every element and the grid, to be looked at. */
function Gallery(): ReactNode {
  const hash = useSyncExternalStore(onHash, () => window.location.hash || '#elements')
  const [ledger] = useState(() => createLedger(100_000, 30))
  const [nothing] = useState(() => createLedger(0, 30))
  return (
    <Look density={hash === '#grid-compact' ? 'compact' : 'comfortable'}>
      <div className="gallery">
        <nav className="gallery-tabs" aria-label={ledgerWords.elements}>
          {places.map((place) => <a key={place.hash} href={place.hash} aria-current={place.hash === hash ? 'page' : undefined}>{place.label}</a>)}
        </nav>
        <div className="gallery-body">{hash === '#elements' ? <Elements /> : <LedgerPage key={hash} ledger={hash === '#grid-empty' ? nothing : ledger} isEditable={hash !== '#grid-read'} />}</div>
      </div>
    </Look>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
