import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { wizardWords } from './vocabulary.ts'

/** Out of the wizard; it goes on here after the next login. */
export function LeaveButton(): ReactNode {
  const { session } = useApi()
  return <Button onClick={() => void session.leave()}>{wizardWords.leave}</Button>
}
