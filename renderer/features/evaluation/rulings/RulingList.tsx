import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { rulingKindNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { rulingKinds, type RulingKind } from '../../../../shared/domain/evaluation/rulings/rulings.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import type { RulingRow } from './api-types.ts'
import { ProposeAmendment } from './ProposeAmendment.tsx'
import { ProposeRuling } from './ProposeRuling.tsx'
import { rulingColumns as columns } from './ruling-columns.tsx'
import { RulingSheet } from './RulingSheet.tsx'
import { rulingWords as words } from './vocabulary.ts'

/** 裁定 of a period, those to be decided first. */
export function RulingList({ period }: { readonly period: ChosenPeriod }): ReactNode {
  const { orpc } = useApi()
  const mayPropose = may(useMe(), 'ruling.propose')
  const rulings = useQuery(orpc.rulings.list.queryOptions({ input: { periodId: period.id } }))
  const [open, setOpen] = useState<string | null>(null)
  const [proposing, setProposing] = useState<RulingKind | null>(null)
  const kinds = rulingKinds.filter((kind) => period.kind === 'quarter' || kind !== 'exemption')
  return (
    <Loaded query={rulings}>
      {(rows) => (
        <>
          <SheetGrid<RulingRow>
            label={words.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ id }) => id, revision: rulings.dataUpdatedAt, scope: period.id, name: ({ staffName }) => staffName ?? '' })}
            search={words.search}
            onOpen={({ id }) => setOpen(id)}
            rowActions={(row) => [{ key: 'open', label: row.mayDecide ? words.decide : words.what, onRun: () => setOpen(row.id) }]}
            rowName={({ code }) => code}
            sentence={sentenceOf}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
            tools={
              mayPropose ? (
                <Dropdown trigger={['click']} menu={{ items: kinds.map((kind) => ({ key: kind, label: words.proposeKind(rulingKindNames[kind]), onClick: () => setProposing(kind) })) }}>
                  <Button type="primary">{words.propose}</Button>
                </Dropdown>
              ) : null
            }
          />
          <RulingSheet row={rows.find(({ id }) => id === open) ?? null} period={period} onClose={() => setOpen(null)} />
          {proposing === null ? null : proposing === 'amendment' ? (
            <ProposeAmendment period={period} appeal={null} staffId={null} onClose={() => setProposing(null)} />
          ) : (
            <ProposeRuling kind={proposing} period={period} deductionId={null} onClose={() => setProposing(null)} />
          )}
        </>
      )}
    </Loaded>
  )
}
