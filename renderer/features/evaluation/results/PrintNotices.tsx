import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { seesAll } from '../../../frame/may.ts'
import { useModules } from '../../../frame/use-modules.ts'
import { PaperMenu, type PaperChoice } from '../../papers/pages/PaperMenu.tsx'
import { noticeWords as words } from './vocabulary.ts'

export interface PrintNoticesProps {
  readonly code: string
  readonly selected: ReadonlySet<string>
}

/** 打印告知单: of the chosen people, of a module, or of all whom the caller hands them to; one a page. */
export function PrintNotices({ code, selected }: PrintNoticesProps): ReactNode {
  const me = useMe()
  const modules = useModules().filter(({ id }) => seesAll(me) || me.heads.includes(id) || me.leads.includes(id))
  const choices: readonly PaperChoice[] = [
    ...(selected.size === 0 ? [] : [{ key: 'chosen', label: words.chosen(selected.size), load: (client) => client.papers.notices({ code, staffIds: [...selected] }) } satisfies PaperChoice]),
    { key: 'all', label: seesAll(me) ? words.all : words.allOwn, load: (client) => client.papers.notices({ code, staffIds: null }) },
    ...(modules.length < 2 ? [] : modules.map(({ id: moduleId, name }): PaperChoice => ({ key: moduleId, label: name, load: (client) => client.papers.notices({ code, staffIds: null, moduleId }) }))),
  ]
  return <PaperMenu label={words.print} name={words.name} choices={choices} />
}
