import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { faultAt } from '../../township/system/form-faults.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { askedGroups, keyGroups, tidyGroup } from './recovery-key.ts'
import { keyWords as words } from './vocabulary.ts'
import { WizardFrame, wizardForm } from './WizardFrame.tsx'
import { Notice } from '../../township/system/Notice.tsx'

export interface KeyStepProps {
  readonly township: string
  readonly recoveryKey: string
  /** The key was typed back: it stands on paper. */
  readonly onKept: () => void
}

const idOf = (place: number) => `key-group-${String(place)}`

/** The recovery key, once; two of its groups are typed back off the paper before one goes on. */
export function KeyStep({ township, recoveryKey, onKept }: KeyStepProps): ReactNode {
  const { desktop } = useApi()
  const groups = keyGroups(recoveryKey)
  const [asked] = useState(() => askedGroups(groups.length, Math.random))
  const [isChecking, setChecking] = useState(false)
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [faults, setFaults] = useState<readonly FieldFault[]>([])

  function check(): void {
    const found = asked.flatMap((place) => {
      const group = tidyGroup(typed[place] ?? '')
      if (group === '') return [{ id: idOf(place), sentence: words.missing(place) }]
      return group === groups[place] ? [] : [{ id: idOf(place), sentence: words.wrong(place) }]
    })
    setFaults(found)
    if (found.length === 0) onKept()
  }

  if (isChecking) {
    return (
      <WizardFrame step="key" hint={words.check} aside={<Button onClick={() => setChecking(false)}>{words.again}</Button>} next={{ label: words.confirm }}>
        <form
          id={wizardForm}
          className="wizard-narrow"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            check()
          }}
        >
          <FormErrors faults={faults} />
          {asked.map((place, order) => (
            <FieldRow key={place} label={words.group(place)} id={idOf(place)} required fault={faultAt(faults, idOf(place))}>
              {(field) => <Input {...field} className="door-mono wizard-group" autoFocus={order === 0} autoComplete="off" spellCheck={false} value={typed[place] ?? ''} onChange={(event) => setTyped({ ...typed, [place]: event.target.value })} />}
            </FieldRow>
          ))}
        </form>
      </WizardFrame>
    )
  }
  return (
    <WizardFrame step="key" hint={words.how} aside={<Button onClick={() => void desktop.print()}>{words.print}</Button>} next={{ label: words.ask, onNext: () => setChecking(true) }}>
      <Notice tone="warn">{words.once} {words.lost}</Notice>
      <ol className="wizard-key" aria-label={words.title}>
        {groups.map((group, place) => (
          <li key={place}>
            <span>{words.group(place)}</span>
            <strong className="door-mono" translate="no">{group}</strong>
          </li>
        ))}
      </ol>
      <PrintSheet title={`${township}${words.title}`}>
        <div className="print-key">
          {groups.map((group, place) => (
            <span key={place}>
              <small>{words.group(place)}</small>
              {group}
            </span>
          ))}
        </div>
        <p>{words.once}</p>
        <p>{words.how}</p>
        <p className="print-key-line">
          <span>
            {words.date}：{today()}
          </span>
          <span>{words.keeper}：________________</span>
        </p>
      </PrintSheet>
    </WizardFrame>
  )
}
