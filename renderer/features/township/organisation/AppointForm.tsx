import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import { usePeople } from '../../people/use-people.ts'
import { faultsOfCall } from '../system/form-faults.ts'
import { systemWords } from '../system/vocabulary.ts'
import { officeLabels, townshipWords as words } from './vocabulary.ts'
import { holdersOf, type ModuleRow, type Office, type OfficeRow } from './offices.ts'

export interface AppointFormProps {
  readonly module: ModuleRow
  readonly office: Office
  readonly onClose: () => void
}

const fields = [
  { path: 'staffId', id: 'appoint-person', label: words.holder },
  { path: 'from', id: 'appoint-from', label: words.from },
] as const

/** Who takes over an office of a module, and from when; who held it stands above. */
export function AppointForm({ module, office, onClose }: AppointFormProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const people = usePeople()
  const [staffId, setStaffId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const { present, others } = holdersOf(module, office, today())

  async function appoint(): Promise<readonly FieldFault[]> {
    const found = [...(staffId === null ? [{ id: 'appoint-person', sentence: systemWords.missing(words.holder) }] : []), ...dayFaults('appoint-from', words.from, from)]
    if (found.length > 0 || staffId === null || from === null) return found
    if (present !== null && from <= present.from) return [{ id: 'appoint-from', sentence: words.notAfterPresent(present.staffName, present.from) }]
    try {
      await client.organisation.appoint({ moduleId: module.id, office, staffId, from })
      notice.done(words.appointed(people.find(({ id }) => id === staffId)?.name ?? '', `${module.name}${officeLabels[office]}`))
      return []
    } catch (error) {
      return faultsOfCall(error, fields)
    }
  }

  return (
    <FormDialog title={words.appointTitle(module.name, officeLabels[office])} confirm={words.appoint} onSubmit={appoint} onClose={onClose}>
      <dl className="system-facts">
        <div>
          <dt>{words.present}</dt>
          <dd>{present === null ? words.vacant : termText(present)}</dd>
        </div>
        {others.length === 0 ? null : (
          <div>
            <dt>{words.history}</dt>
            <dd>
              {others.map((row) => (
                <p key={row.id}>{termText(row)}</p>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <FieldRow label={words.holder} id="appoint-person" required>
        {(field) => <PersonSelect {...field} label={words.holder} value={staffId} onChange={setStaffId} />}
      </FieldRow>
      <FieldRow label={words.from} id="appoint-from" required help={words.fromHelp}>
        {(field) => <DayInput {...field} value={from} onChange={setFrom} />}
      </FieldRow>
    </FormDialog>
  )
}

function termText({ staffName, from, to }: OfficeRow): string {
  return `${staffName}，${to === null ? words.since(from) : words.until(from, to)}`
}
