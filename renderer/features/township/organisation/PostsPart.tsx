import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { CellEdit, GridColumn } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { SystemPage } from '../system/SystemPage.tsx'
import { systemWords } from '../system/vocabulary.ts'
import { townshipWords as words } from './vocabulary.ts'
import { AddPost } from './AddPost.tsx'
import type { PartProps } from './part-head.ts'
import { isFactor, isPostScore, writePosts, type PostRow } from './posts.ts'
import { useOrganisationReach } from './use-reach.ts'

/** The posts with what each is worth; typed over like a sheet. */
export function PostsPart({ head }: PartProps): ReactNode {
  const { orpc } = useApi()
  const posts = useQuery(orpc.organisation.posts.queryOptions())
  const { isWhole } = useOrganisationReach()
  const [isAdding, setAdding] = useState(false)
  const unscored = posts.data?.filter(({ score }) => score === null).length ?? 0
  return (
    <SystemPage
      section="township"
      note={head}
      actions={
        isWhole ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.addPost}
          </Button>
        ) : null
      }
    >
      <Loaded query={posts} lines={10}>
        {(rows) => <PostGrid rows={rows} isEditable={isWhole} tools={rows.length === 0 ? null : unscored === 0 ? <StateTag tone="good">{words.allScored}</StateTag> : <StateTag tone="bad">{words.noScores(unscored)}</StateTag>} />}
      </Loaded>
      {isAdding ? <AddPost onClose={() => setAdding(false)} /> : null}
    </SystemPage>
  )
}

function PostGrid({ rows, isEditable, tools }: { readonly rows: readonly PostRow[]; readonly isEditable: boolean; readonly tools: ReactNode }): ReactNode {
  const { client } = useApi()
  const columns = useMemo(() => columnsOf(isEditable), [isEditable])
  const source = useMemo(() => listSource({ rows, columns, key: ({ id }: PostRow) => id, version: ({ version }: PostRow) => version, revision: rows, name: ({ name }: PostRow) => name }), [rows, columns])
  return (
    <SheetGrid
      label={words.posts}
      columns={columns}
      source={source}
      tools={tools}
      search={words.searchPosts}
      empty={<Empty title={words.noPosts} hint={words.noPostsHint} />}
      rowName={({ name }) => name}
      sentence={sentenceOf}
      {...(isEditable ? { editing: { apply: (edits, mode) => writePosts(edits, mode, { rows, client: client.organisation }), refusal: refusalOf } } : {})}
    />
  )
}

function columnsOf(isEditable: boolean): readonly GridColumn<PostRow>[] {
  const worth = (field: 'score' | 'coefficient' | 'workload' | 'difficulty' | 'risk', isValid: (text: string) => boolean, fault: (label: string) => string): GridColumn<PostRow> => {
    const title = words[field]
    const edit: CellEdit<PostRow> = { kind: 'text', read: (row) => row[field], check: (value) => (value === null || isValid(String(value)) ? null : fault(title)) }
    return { field, title, width: 112, align: 'right', text: (row) => row[field] ?? '', number: (row) => (row[field] === null ? null : Number(row[field])), sortable: true, filter: { kind: 'number', blank: true }, ...(isEditable ? { edit } : {}) }
  }
  const score = worth('score', isPostScore, words.number)
  return [
    { field: 'code', title: words.code, width: 128, hidden: true, text: ({ code }) => code, sortable: true },
    {
      field: 'name',
      title: words.post,
      width: 220,
      pinned: 'left',
      text: ({ name }) => name,
      sortable: true,
      filter: { kind: 'text' },
      ...(isEditable ? { edit: { kind: 'text' as const, read: ({ name }: PostRow) => name, required: true, maxLength: 50, check: (value: unknown) => (value === null ? systemWords.missing(words.post) : null) } } : {}),
    },
    { ...score, width: 128, render: (row) => (row.score === null ? <StateTag tone="bad">{words.noScore}</StateTag> : row.score) },
    worth('coefficient', isPostScore, words.number),
    worth('workload', isFactor, words.factor),
    worth('difficulty', isFactor, words.factor),
    worth('risk', isFactor, words.factor),
  ]
}
