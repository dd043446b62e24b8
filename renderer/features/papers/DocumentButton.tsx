import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDocument, type MakeDocument } from './use-document.ts'

/** Makes a Word document and lets the user save it. */
export function DocumentButton({ label, make }: { readonly label: string; readonly make: MakeDocument }): ReactNode {
  const { isMaking, save } = useDocument()
  return <Button loading={isMaking} onClick={() => void save(make)}>{label}</Button>
}
