import { Button } from 'antd'
import type { ReactNode } from 'react'
import { DoorFrame } from './DoorFrame.tsx'
import { startWords } from './vocabulary.ts'

export interface FirstChoiceProps {
  readonly onCreate: () => void
  readonly onDemo: () => void
  readonly onRestore: () => void
}

/** What one may do on a machine that has no township yet. */
export function FirstChoice({ onCreate, onDemo, onRestore }: FirstChoiceProps): ReactNode {
  const choices = [
    { title: startWords.create, text: startWords.createText, onChoose: onCreate, isFirst: true },
    { title: startWords.demo, text: startWords.demoText, onChoose: onDemo, isFirst: false },
    { title: startWords.restore, text: startWords.restoreText, onChoose: onRestore, isFirst: false },
  ]
  return (
    <DoorFrame>
      <div className="door-start">
        <h1>{startWords.title}</h1>
        <p>{startWords.hint}</p>
        <ul className="door-choices" aria-label={startWords.choices}>
          {choices.map(({ title, text, onChoose, isFirst }) => (
            <li key={title}>
              <div>
                <h2>{title}</h2>
                <p>{text}</p>
              </div>
              <Button type={isFirst ? 'primary' : 'default'} onClick={onChoose}>
                {title}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </DoorFrame>
  )
}
