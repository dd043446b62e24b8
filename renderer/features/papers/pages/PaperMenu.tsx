import { Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { PaperPreview, type LoadPaper } from './PaperPreview.tsx'

export interface PaperChoice {
  readonly key: string
  readonly label: string
  readonly load: LoadPaper
}

export interface PaperMenuProps {
  readonly label: string
  /** What the papers are called. */
  readonly name: string
  readonly choices: readonly PaperChoice[]
}

/** Several papers of a kind, of which one is opened page by page. */
export function PaperMenu({ label, name, choices }: PaperMenuProps): ReactNode {
  const [open, setOpen] = useState<PaperChoice | null>(null)
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: choices.map((choice) => ({ key: choice.key, label: choice.label, onClick: () => setOpen(choice) })) }}>
        <Button>{label}</Button>
      </Dropdown>
      {open === null ? null : <PaperPreview name={name} load={open.load} onClose={() => setOpen(null)} />}
    </>
  )
}
