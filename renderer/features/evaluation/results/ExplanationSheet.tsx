import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { momentText } from '../../../frame/dates.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { ExplanationBody } from './ExplanationBody.tsx'
import { explainWords, resultWords } from './vocabulary.ts'

export interface ExplanationSheetProps {
  /** Of the period. */
  readonly code: string
  /** Who; null closes the sheet. */
  readonly person: { readonly staffId: string; readonly staffName: string; readonly total: string } | null
  readonly onClose: () => void
}

const sheetWidth = 880

/** Why a person's total is what it is; by the newest version of the result, or an earlier one. */
export function ExplanationSheet({ code, person, onClose }: ExplanationSheetProps): ReactNode {
  return (
    <SideSheet open={person !== null} title={person === null ? '' : resultWords.whyOf(person.total, person.staffName)} width={sheetWidth} onClose={onClose}>
      {person === null ? null : <ExplanationOf key={person.staffId} code={code} staffId={person.staffId} />}
    </SideSheet>
  )
}

function ExplanationOf({ code, staffId }: { readonly code: string; readonly staffId: string }): ReactNode {
  const { orpc } = useApi()
  const [version, setVersion] = useState<number | null>(null)
  const versions = useQuery(orpc.results.versions.queryOptions({ input: { code } }))
  const explanation = useQuery(orpc.results.explain.queryOptions({ input: { code, staffId, ...(version === null ? {} : { resultVersion: version }) } }))
  const rows = versions.data ?? []
  return (
    <>
      {rows.length < 2 ? null : (
        <label className="explain-version">
          {explainWords.version}
          <Select
            size="small"
            value={version ?? explanation.data?.resultVersion ?? null}
            options={rows.map(({ resultVersion, state, computedAt, computedBy }) => ({ value: resultVersion, label: resultWords.versionLine(resultVersion, resultWords.states[state], momentText(computedAt), computedBy) }))}
            onChange={setVersion}
          />
        </label>
      )}
      <Loaded query={explanation} lines={10}>{(data) => <ExplanationBody key={data.resultVersion} explanation={data} />}</Loaded>
    </>
  )
}
