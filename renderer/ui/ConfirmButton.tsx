import { Button, Popconfirm } from 'antd'
import type { ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { words } from './vocabulary.ts'

export interface ConfirmButtonProps {
  /** The command: “撤销导入”. */
  readonly label: string
  /** What will happen: “将删除第 3 次导入的 20 人”. */
  readonly question: string
  /** More about it: what stays, how to get it back. */
  readonly consequence?: ReactNode
  /** The word on the button that does it; the label unless given. */
  readonly confirm?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly type?: ButtonProps['type']
  readonly size?: ButtonProps['size']
  /** While the promise is open the button waits. */
  readonly onConfirm: () => void | Promise<void>
}

/** A command that asks once before it is done. */
export function ConfirmButton({ label, question, consequence, confirm = label, danger = false, disabled = false, type, size, onConfirm }: ConfirmButtonProps): ReactNode {
  return (
    <Popconfirm title={question} description={consequence} okText={confirm} cancelText={words.cancel} okButtonProps={{ danger }} onConfirm={onConfirm} disabled={disabled} icon={null}>
      <Button danger={danger} disabled={disabled} {...(type === undefined ? {} : { type })} {...(size === undefined ? {} : { size })}>{label}</Button>
    </Popconfirm>
  )
}
