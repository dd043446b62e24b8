import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { momentText } from '../../../frame/dates.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { tabWords } from '../../evaluation/vocabulary.ts'
import { importWords, reportWords } from '../../papers/vocabulary.ts'

const pageSize = 20

/** Past imports, the newest first; each can be taken back as a whole. */
export function ImportLog(): ReactNode {
  const { client, orpc } = useApi()
  const { isBusy, run } = useCommand()
  const [page, setPage] = useState(1)
  const log = useQuery(orpc.imports.log.queryOptions({ input: { offset: (page - 1) * pageSize, limit: pageSize }, placeholderData: keepPreviousData }))

  async function undo(batchId: string): Promise<void> {
    await run(async () => {
      await client.imports.undo({ batchId })
      return importWords.undoDone
    })
  }

  return (
    <div className="report-log">
      <Loaded query={log}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty title={importWords.logEmpty} hint={importWords.logEmptyHint} />
          ) : (
            <Table
              className="list-table"
              size="small"
              rowKey="id"
              dataSource={[...rows]}
              pagination={{ current: page, pageSize, total, onChange: setPage, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                { title: importWords.kindColumn, key: 'kind', render: (_, { kind }) => importWords.kinds[kind] },
                { title: importWords.asOf, dataIndex: 'asOf' },
                { title: importWords.sender, key: 'sender', render: (_, { sender }) => sender ?? '—' },
                { title: importWords.taken, key: 'taken', align: 'right', render: (_, { taken }) => importWords.rows(taken) },
                { title: importWords.refused, key: 'refused', align: 'right', render: (_, { refused }) => importWords.rows(refused) },
                { title: reportWords.at, key: 'at', render: (_, { at }) => momentText(at) },
                { title: reportWords.actor, dataIndex: 'actor' },
                { title: importWords.state, key: 'state', render: (_, { undoneAt }) => (undoneAt === null ? <StateTag tone="good">{importWords.stands}</StateTag> : <StateTag tone="quiet">{importWords.undone(momentText(undoneAt))}</StateTag>) },
                {
                  title: <span className="ui-unseen">{tabWords.commands}</span>,
                  key: 'undo',
                  align: 'right',
                  render: (_, { id, kind, taken, undoneAt }) =>
                    undoneAt === null ? (
                      <ConfirmButton label={importWords.undo} size="small" danger disabled={isBusy} question={importWords.undoQuestion(importWords.kinds[kind], taken)} consequence={importWords.undoConsequence} onConfirm={() => undo(id)} />
                    ) : null,
                },
              ]}
            />
          )
        }
      </Loaded>
    </div>
  )
}
