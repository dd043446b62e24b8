import type { ReactNode } from 'react'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { sheetWords } from './vocabulary.ts'

/** 下一步由谁做什么; nothing for a task that waits for nobody. */
export function NextUp({ next }: { readonly next: Task['next'] }): ReactNode {
  if (next.length === 0) return null
  return (
    <div className="next-up">
      <span className="next-up-title">{sheetWords.next}</span>
      <ul>
        {next.map(({ action, people, part }) => (
          <li key={`${action}:${part ?? ''}`}>
            {people.length === 0 ? `${sheetWords.nextNames[action]}：${sheetWords.nobody}` : sheetWords.nextOf(people.join(sheetWords.namesJoin), sheetWords.nextNames[action])}
            {part === null || people.includes(part) ? null : sheetWords.nextPart(part)}
          </li>
        ))}
      </ul>
    </div>
  )
}
