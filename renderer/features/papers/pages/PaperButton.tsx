import { Button, type ButtonProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { PaperPreview, type LoadPaper } from './PaperPreview.tsx'

export interface PaperButtonProps extends Pick<ButtonProps, 'size' | 'disabled'> {
  readonly label: string
  /** What the paper is called. */
  readonly name: string
  readonly load: LoadPaper
}

/** Opens a paper page by page, to be printed or saved as a PDF. */
export function PaperButton({ label, name, load, ...look }: PaperButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>{label}</Button>
      {isOpen ? <PaperPreview name={name} load={load} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
