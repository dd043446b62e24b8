import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { yearGradeNames } from '../../../shared/domain/plans/cycle-vocabulary.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { lengthFaults } from '../../frame/field-faults.ts'
import { FormDialog } from '../../frame/FormDialog.tsx'
import { gradesLeft, hasWord, type GrowingPart } from './plan-rows.ts'
import { editWords, rowWords } from './vocabulary.ts'

export interface WordDialogProps {
  readonly document: unknown
  readonly part: GrowingPart
  /** The present name of a row that is to be called otherwise; a new row unless given. */
  readonly present?: string
  readonly onWord: (word: string) => void
  readonly onClose: () => void
}

const longestWord = 10

/** Asks what a new row, or one that is there, is to be called. */
export function WordDialog({ document, part, present, onWord, onClose }: WordDialogProps): ReactNode {
  const id = useId()
  const [word, setWord] = useState(present ?? '')
  const { add, name } = rowWords[part.kind === 'pools' ? 'pools' : part.of]
  const grades = part.kind === 'table' && part.of === 'bonusFactors' ? gradesLeft(document, part.path) : null

  function faultsOf(text: string): readonly FieldFault[] {
    if (text === '') return [{ id, sentence: editWords.wordRequired(name) }]
    if (text !== present && hasWord(document, part, text)) return [{ id, sentence: editWords.wordTaken(name, text) }]
    return lengthFaults(id, editWords.wordOf(name), text, longestWord)
  }

  return (
    <FormDialog
      title={present === undefined ? add : editWords.renameOf(present)}
      confirm={present === undefined ? editWords.add : editWords.change}
      width={420}
      onClose={onClose}
      onSubmit={() => {
        const text = word.trim()
        const faults = faultsOf(text)
        if (faults.length === 0) onWord(text)
        return Promise.resolve(faults)
      }}
    >
      <FieldRow id={id} label={editWords.wordOf(name)} required isGroup={grades !== null}>
        {(field) => (grades === null ? <Input {...field} value={word} onChange={({ target }) => setWord(target.value)} /> : <Choices field={field} value={word} options={grades.map((grade) => ({ value: String(grade), label: yearGradeNames[grade] }))} onChange={setWord} />)}
      </FieldRow>
    </FormDialog>
  )
}
