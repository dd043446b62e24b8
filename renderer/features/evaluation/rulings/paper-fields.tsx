import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { lengthFaults } from '../../../frame/field-faults.ts'
import { rulingWords as words } from './vocabulary.ts'

/** The paper a proposal comes with. */
export interface Paper {
  readonly rulingBody: string
  readonly docNo: string
  readonly reason: string
}

export const noPaper: Paper = { rulingBody: '', docNo: '', reason: '' }

export interface PaperFieldsProps {
  readonly base: string
  readonly paper: Paper
  readonly onChange: (paper: Paper) => void
}

/** 裁定主体, 文号 and 理由. */
export function PaperFields({ base, paper, onChange }: PaperFieldsProps): ReactNode {
  return (
    <>
      <FieldRow id={`${base}-rulingBody`} label={words.body} required>
        {(field) => <Input {...field} value={paper.rulingBody} placeholder={words.bodyHint} onChange={({ target }) => onChange({ ...paper, rulingBody: target.value })} />}
      </FieldRow>
      <FieldRow id={`${base}-docNo`} label={words.docNo} help={words.docNoHelp}>
        {(field) => <Input {...field} value={paper.docNo} onChange={({ target }) => onChange({ ...paper, docNo: target.value })} />}
      </FieldRow>
      <FieldRow id={`${base}-reason`} label={words.reason} required>
        {(field) => <Input.TextArea {...field} value={paper.reason} autoSize={{ minRows: 2, maxRows: 5 }} onChange={({ target }) => onChange({ ...paper, reason: target.value })} />}
      </FieldRow>
    </>
  )
}

export function paperFaults(base: string, { rulingBody, docNo, reason }: Paper): readonly FieldFault[] {
  return [
    ...textFaults(`${base}-rulingBody`, words.body, rulingBody, words.longest.body),
    ...lengthFaults(`${base}-docNo`, words.docNo, docNo, words.longest.docNo),
    ...textFaults(`${base}-reason`, words.reason, reason, words.longest.reason),
  ]
}

/** What is wrong with a text that must be there. */
export function textFaults(id: string, label: string, text: string, most: number): readonly FieldFault[] {
  return text.trim() === '' ? [{ id, sentence: words.required(label) }] : lengthFaults(id, label, text, most)
}

export function sentPaper({ rulingBody, docNo, reason }: Paper) {
  return { rulingBody: rulingBody.trim(), docNo: docNo.trim() === '' ? null : docNo.trim(), reason: reason.trim() }
}
