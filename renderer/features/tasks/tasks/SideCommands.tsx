import { Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { useMe } from '../../../api/api.ts'
import { may } from '../../../frame/may.ts'
import { IssueSupervision } from '../orders/IssueSupervision.tsx'
import { AskExtension } from './AskExtension.tsx'
import { ConvertMemo } from './ConvertMemo.tsx'
import { PrintOrders } from './PrintOrders.tsx'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { convertWords, extensionWords, paperWords, sheetWords } from './vocabulary.ts'

type Side = 'extension' | 'supervision' | 'convert'

export interface SideCommandsProps {
  readonly task: Task
  readonly onEdit: () => void
}

/** What may be done with a task beside its flow: changing it, 延期, 督办, 转为交办单, printing. */
export function SideCommands({ task, onEdit }: SideCommandsProps): ReactNode {
  const me = useMe()
  const [open, setOpen] = useState<Side | null>(null)
  const isDoer = task.parties.some(({ staffId }) => staffId === me.staffId)
  const maySupervise = may(me, 'task.supervise') && !isDoer && underWay.some((state) => state === task.state)
  const more = [
    ...(task.mayConvert ? [{ key: 'convert' as const, label: convertWords.convert }] : []),
    ...(maySupervise ? [{ key: 'supervision' as const, label: sheetWords.supervise }] : []),
  ]
  const close = () => setOpen(null)
  return (
    <span className="foot-left">
      {task.editable.length === 0 ? null : <Button onClick={onEdit}>{sheetWords.edit}</Button>}
      {task.mayAskExtension ? <Button onClick={() => setOpen('extension')}>{extensionWords.ask}</Button> : null}
      {more.length === 0 ? null : (
        <Dropdown menu={{ items: more.map(({ key, label }) => ({ key, label, onClick: () => setOpen(key) })) }} trigger={['click']}>
          <Button>{sheetWords.more}</Button>
        </Dropdown>
      )}
      <PrintOrders ids={[task.id]} label={paperWords.print} />
      {open === 'extension' ? <AskExtension task={task} onClose={close} /> : null}
      {open === 'convert' ? <ConvertMemo task={task} onClose={close} /> : null}
      {open === 'supervision' ? <IssueSupervision task={{ taskId: task.id, title: task.title, level: 'yellow' }} onClose={close} /> : null}
    </span>
  )
}
