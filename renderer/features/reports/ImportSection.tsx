import type { ReactNode } from 'react'
import { importKinds } from '../../../shared/contract/transfer.ts'
import { PartLine } from '../module/PartLine.tsx'
import { useRemembered } from '../module/remembered.ts'
import { ImportPanel } from '../system/ImportPanel.tsx'
import { ImportLog } from './ImportLog.tsx'
import { importPart, type ImportPart } from './import-part.ts'
import { ImportRegister } from './ImportRegister.tsx'
import { TabPage } from '../evaluation/TabFrame.tsx'
import { importWords } from './vocabulary.ts'

/** 导入: a roster, a task list or a register; and past imports, to be taken back. */
export function ImportSection(): ReactNode {
  const [part, setPart] = useRemembered<ImportPart>(importPart, 'staff')
  const parts = [...importKinds.map((key) => ({ key, label: importWords.kinds[key] })), { key: 'log', label: importWords.parts.log } as const]
  return (
    <TabPage body="fill" note={<PartLine<ImportPart> label={importWords.kind} parts={parts} current={part} onOpen={setPart} />}>
      {importKinds.map((kind) => (
        // What has been read and not yet taken stays while one looks elsewhere in this section.
        <div key={kind} className="import-part" hidden={part !== kind}>
          {kind === 'registers' ? <ImportRegister /> : <ImportPanel kind={kind} />}
        </div>
      ))}
      {part === 'log' ? <ImportLog /> : null}
    </TabPage>
  )
}
