import { Button } from 'antd'
import type { ReactNode } from 'react'
import { usePeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { tabWords } from '../vocabulary.ts'
import { DeskPage } from './desk/DeskPage.tsx'
import { HandoverPage } from './HandoverPage.tsx'
import { ScoringPage } from './ScoringPage.tsx'
import { SheetList } from './SheetList.tsx'
import { useSheets } from './use-sheets.ts'
import { sheetWords } from './vocabulary.ts'

export interface SheetsSectionProps {
  /** The sheet that is open, `desk` for all that is open on one screen, `handover` for 交接意见. */
  readonly id?: string
}

/** 评分: the list of sheets, or one of them. */
export function SheetsSection({ id }: SheetsSectionProps): ReactNode {
  const { go } = useNavigation()
  const chosen = usePeriod()
  const answer = useSheets()
  return (
    <Loaded query={answer}>
      {(all) => {
        const open = id === undefined ? undefined : all.flatMap(({ period, sheets }) => sheets.map((sheet) => ({ period, sheet, sheets }))).find(({ sheet }) => sheet.id === id)
        if (open !== undefined) return <ScoringPage key={open.sheet.id} {...open} updatedAt={answer.updatedAt} />
        const scored = all.find(({ period }) => period.id === chosen?.id)
        if (id === 'desk' && scored !== undefined) return <DeskPage {...scored} updatedAt={answer.updatedAt} />
        if (id === 'handover' && chosen?.kind === 'quarter') return <HandoverPage period={chosen} />
        const heading = chosen === null ? {} : { heading: periodTitle(chosen.code) }
        if (id !== undefined) {
          return (
            <TabPage body="scroll">
              <Empty title={sheetWords.notFound} hint={sheetWords.notFoundHint} action={<Button onClick={() => go({ tab: 'evaluation', section: 'sheets' })}>{sheetWords.back}</Button>} />
            </TabPage>
          )
        }
        if (chosen?.kind === 'year') {
          return (
            <TabPage {...heading} body="scroll">
              <Empty title={tabWords.quarterOnly(sheetWords.listTitle)} hint={tabWords.quarterOnlyHint} />
            </TabPage>
          )
        }
        return <SheetList {...heading} of={all.filter(({ period }) => period.id === chosen?.id)} />
      }}
    </Loaded>
  )
}
