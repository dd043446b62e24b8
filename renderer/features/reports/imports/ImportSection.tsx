import { useState, type ReactNode } from 'react'
import type { ImportKind } from '../../../../shared/domain/reports/imports/types.ts'
import { useMe } from '../../../api/api.ts'
import { seesAll } from '../../../frame/may.ts'
import { useRemembered } from '../../../frame/remembered.ts'
import { importAreas, importKindLabels, wholeTownshipKinds } from './vocabulary.ts'
import { ImportPanel, type Elsewhere } from './ImportPanel.tsx'
import { ImportLog } from './ImportLog.tsx'
import { importPart, type ImportPart } from '../../../frame/import-part.ts'
import { ImportRegister } from './ImportRegister.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { importWords } from '../../papers/vocabulary.ts'

/** 导入: what is to come in, by what it is about, then its file; and past imports, to be taken back. */
export function ImportSection(): ReactNode {
  const me = useMe()
  const [part, setPart] = useRemembered<ImportPart>(importPart, 'staff')
  const [opened, setOpened] = useState<readonly ImportPart[]>([part])
  const areas = importAreas.map(({ label, kinds }) => ({ label, kinds: kinds.filter((kind) => seesAll(me) || !wholeTownshipKinds.has(kind)) })).filter(({ kinds }) => kinds.length > 0)
  const [handed, setHanded] = useState<{ readonly kind: ImportKind; readonly file: File } | null>(null)
  const open = (next: ImportPart) => {
    setPart(next)
    setOpened((before) => (before.includes(next) ? before : [...before, next]))
  }
  const elsewhere: Elsewhere = {
    kinds: areas.flatMap(({ kinds }) => kinds),
    onSwitch(kind, file) {
      setHanded({ kind, file })
      open(kind)
    },
  }
  return (
    <TabPage body="fill">
      <nav className="import-kinds ui-no-print" aria-label={importWords.kind}>
        {areas.map(({ label, kinds }) => (
          <div key={label} role="group" aria-label={label}>
            <span aria-hidden="true">{label}</span>
            {kinds.map((kind) => (
              <Kind key={kind} label={importKindLabels[kind]} isOpen={part === kind} onOpen={() => open(kind)} />
            ))}
          </div>
        ))}
        <div className="import-kinds-log">
          <Kind label={importWords.parts.log} isOpen={part === 'log'} onOpen={() => open('log')} />
        </div>
      </nav>
      {opened.filter((kind): kind is ImportKind => kind !== 'log').map((kind) => (
        // What has been read and not yet taken stays while one looks elsewhere in this section.
        <div key={kind} className="import-part" hidden={part !== kind}>
          {kind === 'registers' ? <ImportRegister elsewhere={elsewhere} /> : handed?.kind === kind ? <ImportPanel key={handed.file.name + String(handed.file.lastModified)} kind={kind} given={handed.file} elsewhere={elsewhere} /> : <ImportPanel kind={kind} elsewhere={elsewhere} />}
        </div>
      ))}
      {part === 'log' ? <ImportLog /> : null}
    </TabPage>
  )
}

function Kind({ label, isOpen, onOpen }: { readonly label: string; readonly isOpen: boolean; readonly onOpen: () => void }): ReactNode {
  return (
    <button type="button" aria-current={isOpen ? 'page' : undefined} onClick={onOpen}>
      {label}
    </button>
  )
}
