import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Section } from '../../../ui/Section.tsx'
import { momentText, periodTitle } from '../../../frame/dates.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { copyNames, exportedNames, exportWords, reportWords } from '../../papers/vocabulary.ts'

const pageSize = 20

/** Past exports, the newest first. */
export function ExportLog(): ReactNode {
  const { orpc } = useApi()
  const [page, setPage] = useState(1)
  const log = useQuery(orpc.exports.log.queryOptions({ input: { offset: (page - 1) * pageSize, limit: pageSize }, placeholderData: keepPreviousData }))
  return (
    <Section title={exportWords.log}>
      <Loaded query={log}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty title={exportWords.logEmpty} hint={exportWords.logEmptyHint} />
          ) : (
            <Table
              className="list-table"
              size="small"
              rowKey="id"
              dataSource={[...rows]}
              pagination={{ current: page, pageSize, total, onChange: setPage, hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                { title: reportWords.file, dataIndex: 'fileName' },
                { title: exportWords.workbook, key: 'workbook', render: (_, { workbook }) => exportedNames[workbook] },
                { title: exportWords.period, key: 'period', render: (_, { periodCode }) => (periodCode === null ? reportWords.none : periodTitle(periodCode)) },
                { title: exportWords.copy, key: 'copy', render: (_, { copy }) => copyNames[copy] },
                { title: exportWords.form, key: 'form', render: (_, { form, workbook }) => form ?? (workbook === 'document' ? reportWords.none : exportWords.shippedForm) },
                { title: reportWords.at, key: 'at', render: (_, { at }) => momentText(at) },
                { title: reportWords.actor, dataIndex: 'actor' },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  )
}
