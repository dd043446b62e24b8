import { useState, type ReactNode } from 'react'
import { importKinds } from '../../../shared/contract/transfer.ts'
import { PartLine } from '../module/PartLine.tsx'
import { ImportPanel } from '../system/ImportPanel.tsx'
import { ImportLog } from './ImportLog.tsx'
import { TabPage } from '../evaluation/TabFrame.tsx'
import { importWords, type ImportKind } from './vocabulary.ts'

type Part = ImportKind | 'log'

/** 导入: a roster or a task list; and past imports, to be taken back. */
export function ImportSection(): ReactNode {
  const [part, setPart] = useState<Part>('staff')
  const parts = [...importKinds.map((key) => ({ key, label: importWords.kinds[key] })), { key: 'log', label: importWords.parts.log } as const]
  return (
    <TabPage body="fill" note={<PartLine<Part> label={importWords.kind} parts={parts} current={part} onOpen={setPart} />}>
      {importKinds.map((kind) => (
        // What has been read and not yet taken stays while one looks elsewhere in this section.
        <div key={kind} className="import-part" hidden={part !== kind}>
          <ImportPanel kind={kind} />
        </div>
      ))}
      {part === 'log' ? <ImportLog /> : null}
    </TabPage>
  )
}
