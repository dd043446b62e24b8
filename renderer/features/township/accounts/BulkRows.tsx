import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { roleLabels } from '../../../../shared/domain/township/access/vocabulary.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { faultAt } from '../system/form-faults.ts'
import '../system/system.css'
import { bulkWords as words } from './vocabulary.ts'
import { bulkRoles, findDrafts, loginInputId, withRole, type AccountDraft } from './bulk-accounts.ts'

export interface BulkRowsProps {
  readonly drafts: readonly AccountDraft[]
  readonly faults: readonly FieldFault[]
  /** The fields that are to be marked. */
  readonly open: readonly FieldFault[]
  readonly mayGiveRoles: boolean
  readonly onChange: (drafts: readonly AccountDraft[]) => void
}

/** People × roles as a register: who gets an account, under which name, with which roles. */
export function BulkRows({ drafts, faults, open, mayGiveRoles, onChange }: BulkRowsProps): ReactNode {
  const [typed, setTyped] = useState('')
  const shown = findDrafts(drafts, typed)
  const chosen = drafts.filter(({ isChosen }) => isChosen)
  const inspectors = chosen.filter(({ roles }) => roles.includes('inspector')).length
  const set = (next: AccountDraft) => onChange(drafts.map((draft) => (draft.staffId === next.staffId ? next : draft)))
  const areAllChosen = shown.length > 0 && shown.every(({ isChosen }) => isChosen)

  function chooseAll(isChosen: boolean): void {
    const ids = new Set(shown.map(({ staffId }) => staffId))
    onChange(drafts.map((draft) => (ids.has(draft.staffId) ? { ...draft, isChosen } : draft)))
  }

  return (
    <div className="bulk">
      <FormErrors faults={faults} />
      <div className="bulk-line">
        <Input className="bulk-search" allowClear aria-label={words.search} placeholder={words.search} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <span>{words.count(chosen.length, drafts.length)}</span>
        {mayGiveRoles ? <span className={inspectors === 0 ? 'bulk-warn' : undefined}>{inspectors === 0 ? words.noInspector : words.inspectors(inspectors)}</span> : <span>{words.rolesLater}</span>}
      </div>
      <div className="bulk-rows" role="region" aria-label={words.rows} tabIndex={0}>
        <table className="system-table bulk-table">
          <thead>
            <tr>
              <th scope="col" className="bulk-check">
                <label>
                  <input type="checkbox" checked={areAllChosen} aria-label={words.chooseAll} onChange={(event) => chooseAll(event.target.checked)} /> {words.choose}
                </label>
              </th>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.module}</th>
              <th scope="col">{words.name}</th>
              {mayGiveRoles
                ? bulkRoles.map((role) => (
                    <th key={role} scope="col" className="bulk-check">
                      {roleLabels[role]}
                    </th>
                  ))
                : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((draft) => {
              const { staffId, staffName, moduleName, name, isChosen } = draft
              const isWrong = faultAt(open, loginInputId(staffId)) !== undefined
              return (
                <tr key={staffId} className={isChosen ? undefined : 'bulk-left'}>
                  <td className="bulk-check">
                    <input type="checkbox" checked={isChosen} aria-label={words.chooseOne(staffName)} onChange={(event) => set({ ...draft, isChosen: event.target.checked })} />
                  </td>
                  <th scope="row">{staffName}</th>
                  <td>{moduleName}</td>
                  <td>
                    <Input id={loginInputId(staffId)} size="small" spellCheck={false} autoComplete="off" aria-label={words.nameOf(staffName)} status={isWrong ? 'error' : ''} aria-invalid={isWrong} disabled={!isChosen} value={name} onChange={(event) => set({ ...draft, name: event.target.value })} />
                  </td>
                  {mayGiveRoles
                    ? bulkRoles.map((role) => (
                        <td key={role} className="bulk-check">
                          <input type="checkbox" disabled={!isChosen} checked={draft.roles.includes(role)} aria-label={words.roleOf(staffName, roleLabels[role])} onChange={(event) => set(withRole(draft, role, event.target.checked))} />
                        </td>
                      ))
                    : null}
                </tr>
              )
            })}
          </tbody>
        </table>
        {shown.length === 0 ? <Empty title={words.notFound} /> : null}
      </div>
    </div>
  )
}
