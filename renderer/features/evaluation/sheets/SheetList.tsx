import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { SheetRow } from '../../plans/api-types.ts'
import { useModulePlace } from '../../../frame/use-modules.ts'
import { deskOf, itemsOf } from './desk/desk-rows.ts'
import { deskWords } from './desk/vocabulary.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { tabWords } from '../vocabulary.ts'
import { BookButtons } from './books/BookButtons.tsx'
import { BookState } from './books/BookState.tsx'
import { useBooks } from './books/use-books.ts'
import './sheets.css'
import { sheetTitle } from './sheet-title.ts'
import { shownEntries } from './given.ts'
import type { SheetsOfPeriod } from './use-sheets.ts'
import { sheetStateNames, sheetWords } from './vocabulary.ts'

export interface SheetListProps {
  /** The period, in words. */
  readonly heading?: string
  readonly of: readonly SheetsOfPeriod[]
}

/** The sheets of the period: one's own, or for the inspector all of them. */
export function SheetList({ of, ...heading }: SheetListProps): ReactNode {
  const { go } = useNavigation()
  const { capabilities } = useMe()
  const mayWrite = capabilities.includes('score.head') || capabilities.includes('score.proxy')
  const items = useOpenItems(of)
  const [scored] = of
  const books = useBooks(scored?.period)
  const actions = (
    <>
      {scored === undefined || books === null ? null : <BookButtons periodId={scored.period.id} scorers={books} />}
      {mayWrite ? <Button onClick={() => go({ tab: 'evaluation', section: 'sheets', id: 'handover' })}>{sheetWords.writeHandover}</Button> : null}
      {items > 1 ? <Button type="primary" autoFocus onClick={() => go({ tab: 'evaluation', section: 'sheets', id: 'desk' })}>{deskWords.open(items)}</Button> : null}
    </>
  )
  const placeOf = useModulePlace()
  const seesAll = capabilities.includes('score.proxy')
  const rows = of.flatMap(({ period, sheets }) => [...sheets].sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || placeOf(a.moduleName) - placeOf(b.moduleName)).map((sheet) => ({ period, sheet })))
  if (rows.length === 0) {
    return (
      <TabPage {...heading} actions={actions} body="scroll">
        <Empty title={seesAll ? sheetWords.noSheetsAll : sheetWords.noSheets} hint={seesAll ? sheetWords.noSheetsAllHint : sheetWords.noSheetsHint} action={<ToCycle />} />
      </TabPage>
    )
  }
  const first = rows.find(({ sheet }) => sheet.isOwn && sheet.state === 'draft')?.sheet.id
  const open = (id: string) => go({ tab: 'evaluation', section: 'sheets', id })
  return (
    <TabPage {...heading} note={seesAll ? sheetWords.listAll : sheetWords.listOwn} actions={actions} body="scroll">
      <Table
        className="list-table scoring-list"
        size="small"
        pagination={false}
        rowKey={({ sheet }) => sheet.id}
        dataSource={rows}
        onRow={({ sheet }) => ({ onDoubleClick: () => open(sheet.id) })}
        columns={[
          { title: sheetWords.sheet, key: 'sheet', render: (_, { sheet }) => sheetTitle(sheet) },
          { title: sheetWords.scorer, key: 'scorer', render: (_, { sheet }) => sheet.scorer },
          { title: sheetWords.done, key: 'done', align: 'right', render: (_, { sheet }) => <span className="ui-number">{sheetWords.ofPeople(shownEntries(sheet).length - leftOf(sheet), shownEntries(sheet).length)}</span> },
          { title: sheetWords.state, key: 'state', render: (_, { sheet }) => <><SheetState sheet={sheet} /> {sheet.state === 'draft' ? <BookState isShort book={books?.find(({ scorerId }) => scorerId === sheet.scorerId)?.book ?? null} /> : null}</> },
          {
            title: <span className="ui-unseen">{tabWords.commands}</span>,
            key: 'open',
            align: 'right',
            render: (_, { period, sheet }) => (
              <Button size="small" type={sheet.id === first && items < 2 ? 'primary' : 'default'} autoFocus={sheet.id === first && items < 2} onClick={() => open(sheet.id)}>
                {openName(sheet, period.stage === 'scoring')}
              </Button>
            ),
          },
        ]}
      />
    </TabPage>
  )
}

/** How many things the caller has still to hand in for the period that is listed: sheets, and his ballot. */
function useOpenItems(of: readonly SheetsOfPeriod[]): number {
  const { orpc } = useApi()
  const listed = of.find(({ period }) => period.stage === 'scoring')
  const ballot = useQuery(orpc.scores.ballot.queryOptions({ input: { periodId: listed?.period.id ?? '' }, enabled: listed !== undefined }))
  return listed === undefined || ballot.data === undefined ? 0 : itemsOf(deskOf(listed.sheets, ballot.data))
}

export interface SheetStateProps {
  readonly sheet: SheetRow
}

/** 评分中 · 已提交, and who entered it for the scorer. */
export function SheetState({ sheet }: SheetStateProps): ReactNode {
  return (
    <>
      <StateTag tone={sheet.state === 'draft' ? (sheet.sentBack === null ? 'plain' : 'warn') : 'good'}>{sheetStateNames[sheet.state]}</StateTag>
      {sheet.proxyBy === null ? null : <> <StateTag tone="quiet">{sheetWords.proxyBy(sheet.proxyBy)}</StateTag></>}
    </>
  )
}

export function leftOf(sheet: SheetRow): number {
  return shownEntries(sheet).filter(({ band, score }) => band === null && score === null).length
}

function openName(sheet: SheetRow, isScoring: boolean): string {
  if (sheet.state !== 'draft' || !isScoring) return sheetWords.look
  if (!sheet.isOwn) return sheet.ratesCaller ? sheetWords.look : sheetWords.proxyEnter
  return leftOf(sheet) === sheet.entries.length ? sheetWords.start : sheetWords.goOn
}

