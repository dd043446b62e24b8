import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigation } from '../../api/place.ts'
import { tabWords } from './vocabulary.ts'

/** The way from an empty screen to 周期, where the next stage is begun. */
export function ToCycle(): ReactNode {
  const { go } = useNavigation()
  return <Button onClick={() => go({ tab: 'evaluation', section: 'cycle' })}>{tabWords.toCycle}</Button>
}
