import type { ReactNode } from 'react'
import './tags.css'
import { lightColours, type Light } from './tokens.ts'
import { lightNames, lightWords } from './vocabulary.ts'

export interface LightTagProps {
  readonly light: Light
  /** Instead of the usual word: “超期 3 天”, “还剩 2 天”, “已办结”. */
  readonly word?: string
}

/** 红黄绿灰: a swatch of its own shape and the word; the colour never stands alone. */
export function LightTag({ light, word = lightWords[light] }: LightTagProps): ReactNode {
  return (
    <span className="ui-light" style={{ color: lightColours[light].word }} title={`${lightNames[light]}：${word}`}>
      <span className={`ui-light-swatch ui-light-${light}`} style={{ color: lightColours[light].swatch }} aria-hidden="true" />
      {word}
    </span>
  )
}
