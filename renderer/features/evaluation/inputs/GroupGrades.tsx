import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { CellValue, EditOutcome, GridColumn, RowEdit } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { GroupGradeRow } from '../../plans/api-types.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { keysAt } from '../../plans/document-path.ts'
import { tabWords } from '../vocabulary.ts'
import type { InputProps } from './input-props.ts'
import { gradeWords, rankWords } from './vocabulary.ts'

const field = 'grade'

/** The grade of each 专项工作组 that worked in the quarter, by the words of its plan. */
export function GroupGrades({ period, isOpen }: InputProps): ReactNode {
  const { client, orpc } = useApi()
  const mayEdit = useMe().capabilities.includes('group.grade') && isOpen
  const grades = useQuery(orpc.groups.grades.queryOptions({ input: { periodId: period.id } }))
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: period.planId } }))
  const words = useMemo(() => keysAt(plan.data?.document, ['quarter', 'special', 'grades']), [plan.data])
  const columns = useMemo(() => gradeColumns(mayEdit, words), [mayEdit, words])

  async function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    await client.groups.gradeMany({ periodId: period.id, grades: edits.map(({ key, changes }) => ({ groupId: key, grade: gradeOf(changes[field]) })) })
    return { applied: edits.map(({ key }) => ({ key, version: 1 })), refused: [] }
  }

  return (
    <Loaded query={grades}>
      {(rows) => {
        const left = rows.filter(({ grade }) => grade === null).length
        return (
          <SheetGrid<GroupGradeRow>
            label={gradeWords.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ groupId }) => groupId, version: () => 1, revision: grades.dataUpdatedAt, scope: `${period.id}:${String(mayEdit)}`, name: ({ name }) => name })}
            {...(mayEdit ? { editing: { apply, refusal: refusalOf } } : {})}
            rowName={({ name }) => name}
            sentence={sentenceOf}
            empty={<Empty title={gradeWords.empty} hint={gradeWords.emptyHint} />}
            tools={
              <>
                {rows.length === 0 ? null : left > 0 ? <StateTag tone="accent">{gradeWords.left(left)}</StateTag> : <StateTag tone="good">{rankWords.complete}</StateTag>}
                {mayEdit ? <span className="evaluation-how">{gradeWords.how(words.join(gradeWords.join))}</span> : null}
              </>
            }
          />
        )
      }}
    </Loaded>
  )
}

/** An empty cell is a grade that is not given. */
function gradeOf(value: CellValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

function gradeColumns(mayEdit: boolean, words: readonly string[]): readonly GridColumn<GroupGradeRow>[] {
  const choices = words.map((word) => ({ value: word, label: word, keys: [word.toLowerCase()] }))
  return [
    { field: 'code', title: gradeWords.code, width: 96, hidden: true, text: ({ code }) => code },
    { field: 'name', title: gradeWords.group, width: 320, pinned: 'left', text: ({ name }) => name, sortable: true },
    { field: 'members', title: gradeWords.members, width: 88, align: 'right', text: ({ members }) => tabWords.people(members), number: ({ members }) => members, sortable: true },
    {
      field,
      title: gradeWords.grade,
      width: 96,
      align: 'center',
      text: ({ grade }) => grade ?? '',
      sortable: true,
      ...(mayEdit ? { edit: { kind: 'choice', choices, read: ({ grade }) => grade } as const } : {}),
    },
    {
      field: 'state',
      title: gradeWords.state,
      width: 112,
      text: ({ grade }) => (grade === null ? gradeWords.missing : gradeWords.recorded),
      render: ({ grade }) => (grade === null ? <StateTag tone="warn">{gradeWords.missing}</StateTag> : <StateTag tone="good">{gradeWords.recorded}</StateTag>),
    },
  ]
}
