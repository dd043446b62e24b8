import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { defaultModules, type ModuleDraft } from '../../../../shared/domain/township/organisation/default-modules.ts'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { faultAt, stillOpen } from '../../township/system/form-faults.ts'
import { Working } from '../../../ui/Working.tsx'
import { fewestModules, moduleFaults, moduleIds, mostModules, withOneMore } from './new-township.ts'
import { moduleWords as words } from './vocabulary.ts'
import { wizardForm } from './WizardFrame.tsx'

export interface ModulesStepProps {
  readonly modules: readonly ModuleDraft[]
  readonly faults: readonly FieldFault[]
  readonly isWorking: boolean
  readonly onChange: (modules: readonly ModuleDraft[]) => void
  readonly onSubmit: () => void
}

/** The functional modules, three to seven, each with its mark. */
export function ModulesStep({ modules, faults, isWorking, onChange, onSubmit }: ModulesStepProps): ReactNode {
  const set = (code: string, change: Partial<ModuleDraft>) => onChange(modules.map((module) => (module.code === code ? { ...module, ...change } : module)))
  const open = stillOpen(faults, moduleFaults(modules))
  const isWrong = (id: string) => faultAt(open, id) !== undefined
  const status = (id: string) => (isWrong(id) ? 'error' : '')
  return (
    <form
      id={wizardForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWorking) onSubmit()
      }}
    >
      <FormErrors faults={faults} />
      <table className="door-table wizard-modules">
        <thead>
          <tr>
            <th scope="col">{words.order}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">
              {words.alias}
              <small>{words.optional}</small>
            </th>
            <th scope="col">
              {words.office}
              <small>{words.optional}</small>
            </th>
            <th scope="col">
              <span className="ui-unseen">{words.commands}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {modules.map((module, place) => {
            const ids = moduleIds(module.code)
            return (
              <tr key={module.code}>
                <td>
                  <span className="wizard-mark" style={{ background: module.colour }} aria-hidden="true" />
                  {place + 1}
                </td>
                <td>
                  <Input id={ids.name} aria-label={words.nameOf(place)} aria-required status={status(ids.name)} aria-invalid={isWrong(ids.name)} disabled={isWorking} value={module.name} onChange={(event) => set(module.code, { name: event.target.value })} />
                </td>
                <td>
                  <Input id={ids.alias} aria-label={words.aliasOf(place)} status={status(ids.alias)} aria-invalid={isWrong(ids.alias)} disabled={isWorking} value={module.alias ?? ''} onChange={(event) => set(module.code, { alias: event.target.value })} />
                </td>
                <td>
                  <Input id={ids.office} aria-label={words.officeOf(place)} status={status(ids.office)} aria-invalid={isWrong(ids.office)} disabled={isWorking} value={module.office ?? ''} onChange={(event) => set(module.code, { office: event.target.value })} />
                </td>
                <td>
                  <Button aria-label={words.removeOf(module.name)} disabled={isWorking || modules.length <= fewestModules} onClick={() => onChange(modules.filter((other) => other !== module))}>
                    {words.remove}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="wizard-line">
        <Button disabled={isWorking || modules.length >= mostModules} onClick={() => onChange(withOneMore(modules))}>
          {words.add}
        </Button>
        <Button disabled={isWorking || modules === defaultModules} onClick={() => onChange(defaultModules)}>
          {words.reset}
        </Button>
        <span className="door-small">{words.count(modules.length)}</span>
      </div>
      {isWorking ? <Working label={words.creating} /> : null}
    </form>
  )
}
