import { Button } from 'antd'
import type { ReactNode } from 'react'
import { makingStages } from '../../../../shared/contract/desk/door.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { Working } from '../../../ui/Working.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import type { DemoState } from './use-demo.ts'
import { demoWords, doorWords, makingStageLabels } from './vocabulary.ts'

export interface DemoTownshipProps {
  readonly demo: Exclude<DemoState, { kind: 'none' }>
  readonly onRetry: () => void
  readonly onBack: () => void
}

/** The demo township while it is made, then the accounts one may enter with. */
export function DemoTownship({ demo, onRetry, onBack }: DemoTownshipProps): ReactNode {
  if (demo.kind === 'made') return <DemoAccounts accounts={demo.accounts} recoveryKey={demo.recoveryKey} />
  return (
    <DoorFrame>
      <div className="door-start">
        <h1>{demoWords.title}</h1>
        {demo.kind === 'failed' ? (
          <>
            <Failure sentence={demo.sentence} onRetry={onRetry} />
            <div className="door-buttons">
              <Button onClick={onBack}>{doorWords.back}</Button>
            </div>
          </>
        ) : (
          <>
            <Steps label={demoWords.progress} steps={makingStages.map((stage) => ({ key: stage, label: makingStageLabels[stage], state: stateOf(makingStages.indexOf(stage), makingStages.indexOf(demo.stage)) }))} />
            <Working label={demoWords.making} />
          </>
        )}
      </div>
    </DoorFrame>
  )
}

function stateOf(place: number, present: number): 'done' | 'current' | 'ahead' {
  return place < present ? 'done' : place === present ? 'current' : 'ahead'
}
