import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { leftOut, type ImportChoice, type ImportKind } from '../../../../shared/domain/reports/imports/types.ts'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { ImportResult } from './import-rows.ts'
import { choiceFrom, columnName, draftFrom, headedBy, type Outline, type ReadingDraft, type ReadingField } from './reading-draft.ts'
import { readingWords as words } from './vocabulary.ts'

export interface ReadingSheetProps {
  readonly kind: ImportKind
  readonly registerId: string | undefined
  readonly file: File
  /** How the file was read; null where no table was found in it. */
  readonly reading: ImportResult['reading'] | null
  readonly onChoose: (choice: ImportChoice) => void
  readonly onClose: () => void
}

/** 表头与列: which sheet, which row of headings, what each column is and what its words mean, chosen by hand. */
export function ReadingSheet({ kind, registerId, file, reading, onChoose, onClose }: ReadingSheetProps): ReactNode {
  const { client, orpc } = useApi()
  const outline = useQuery({ queryKey: ['import-outline', file.name, file.size, file.lastModified], queryFn: () => client.imports.outline({ file }) })
  const fields = useQuery(orpc.imports.fields.queryOptions({ input: { kind, ...(registerId === undefined ? {} : { registerId }) } }))
  const [typed, setTyped] = useState<ReadingDraft | null>(null)
  const standing = outline.data === undefined ? null : draftFrom(outline.data.sheets, reading)
  const draft = typed ?? standing
  return (
    <SideSheet
      open
      width={720}
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Button
            type="primary"
            disabled={draft === null || outline.data === undefined}
            onClick={() => {
              if (draft === null || outline.data === undefined) return
              onChoose(choiceFrom(draft, outline.data.sheets))
              onClose()
            }}
          >
            {words.read}
          </Button>
        </>
      }
    >
      <Loaded query={outline}>
        {({ sheets }) => <Loaded query={fields}>{({ fields: known }) => (draft === null ? null : <Choosing sheets={sheets} fields={known} draft={draft} words={reading?.words ?? []} onChange={setTyped} />)}</Loaded>}
      </Loaded>
    </SideSheet>
  )
}

interface ChoosingProps {
  readonly sheets: Outline
  readonly fields: readonly ReadingField[]
  readonly draft: ReadingDraft
  readonly words: ImportResult['reading']['words']
  readonly onChange: (draft: ReadingDraft) => void
}

function Choosing({ sheets, fields, draft, words: found, onChange }: ChoosingProps): ReactNode {
  const sheet = sheets.find(({ name }) => name === draft.sheet)
  const headed = headedBy(sheet, draft.headerRow)
  const rows = sheet?.rows ?? []
  return (
    <>
      <Section title={words.table}>
        <FieldRow label={words.sheet}>
          {(ids) => <Select<string> {...ids} value={draft.sheet} options={sheets.map(({ name }) => ({ value: name, label: name }))} onChange={(name) => onChange({ sheet: name, headerRow: sheets.find((one) => one.name === name)?.rows[0]?.row ?? 1, columns: new Map(), words: draft.words })} />}
        </FieldRow>
        <FieldRow label={words.headerRow} help={words.headerRowHelp}>
          {(ids) => <Select<number> {...ids} value={draft.headerRow} options={rows.map(({ row, cells }) => ({ value: row, label: words.rowOf(row, cells.map(({ text }) => text).join(' ')) }))} onChange={(headerRow) => onChange({ ...draft, headerRow, columns: new Map() })} />}
        </FieldRow>
      </Section>
      <Section title={words.columns}>
        <table className="reading-table">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.heading}</th>
              <th scope="col">{words.sample}</th>
              <th scope="col">{words.readAs}</th>
            </tr>
          </thead>
          <tbody>
            {headed.map(({ column, heading, sample }) => (
              <tr key={column}>
                <td>{columnName(column)}</td>
                <th scope="row">{heading}</th>
                <td className="reading-sample">{sample}</td>
                <td>
                  <Select<string>
                    aria-label={words.readAsOf(columnName(column), heading)}
                    size="small"
                    style={{ width: 180 }}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={draft.columns.get(column) ?? ''}
                    options={[{ value: '', label: words.nothing }, ...fields.map(({ key, label, required }) => ({ value: key, label: required ? words.needed(label) : label }))]}
                    onChange={(key) => onChange({ ...draft, columns: new Map([...[...draft.columns].filter(([at, known]) => at !== column && known !== key), ...(key === '' ? [] : [[column, key] as const])]) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <WordTable found={found} fields={fields} draft={draft} onChange={onChange} />
    </>
  )
}

/** What the words of a choice mean: those not understood first. */
function WordTable({ found, fields, draft, onChange }: { readonly found: ImportResult['reading']['words']; readonly fields: readonly ReadingField[]; readonly draft: ReadingDraft; readonly onChange: (draft: ReadingDraft) => void }): ReactNode {
  const listed = [...found].sort((a, b) => Number(a.code !== null) - Number(b.code !== null))
  if (listed.length === 0) return <Section title={words.words}>{words.wordsLater}</Section>
  return (
    <Section title={words.words}>
      <table className="reading-table">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.word}</th>
            <th scope="col">{words.means}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ key, word, code }) => {
            const field = fields.find((one) => one.key === key)
            const chosen = draft.words[key]?.[word] ?? code
            return (
              <tr key={`${key} ${word}`}>
                <td>{field?.label ?? key}</td>
                <th scope="row">{word}</th>
                <td>
                  <Select<string>
                    aria-label={words.meansOf(word)}
                    size="small"
                    style={{ width: 180 }}
                    placeholder={words.unknown}
                    {...(chosen === null ? { status: 'error' as const } : { value: chosen })}
                    options={[...(field?.words ?? []).map((known) => ({ value: known.code, label: known.name })), { value: leftOut, label: words.leftOut }]}
                    onChange={(value) => onChange({ ...draft, words: { ...draft.words, [key]: { ...draft.words[key], [word]: value } } })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
