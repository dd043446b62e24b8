import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { defaultModules, type ModuleDraft } from '../../../../shared/domain/township/organisation/default-modules.ts'
import { useApi } from '../../../api/api.ts'
import type { EnteredAnswer } from '../../../api/session-store.ts'
import { today } from '../../../api/today.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { faultsOfCall } from '../../township/system/form-faults.ts'
import { KeyStep } from './KeyStep.tsx'
import { ModulesStep } from './ModulesStep.tsx'
import { blankTownship, kindOf, moduleFaults, reportingUnitOf, tidyModules, townshipFaults, townshipIds, yearOf } from './new-township.ts'
import { TownshipStep } from './TownshipStep.tsx'
import { doorWords, moduleWords, townshipWords, wizardWords } from './vocabulary.ts'
import { WizardFrame } from './WizardFrame.tsx'

type Page = { readonly kind: 'township' } | { readonly kind: 'modules' } | { readonly kind: 'key'; readonly recoveryKey: string; readonly entered: EnteredAnswer }

/** The fields of `door.create` that stand on the first page. */
const townshipFields = [
  { path: 'township.name', id: townshipIds.name, label: townshipWords.name },
  { path: 'township.county', id: townshipIds.county, label: townshipWords.county },
  { path: 'township.reportingUnit', id: townshipIds.reportingUnit, label: townshipWords.reportingUnit },
  { path: 'year', id: townshipIds.year, label: townshipWords.year },
  { path: 'administrator.name', id: townshipIds.account, label: townshipWords.account },
  { path: 'administrator.password', id: townshipIds.password, label: townshipWords.password },
] as const

/** The part of the wizard before there is a township: township and administrator, modules, and the recovery key. */
export function CreateWizard({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { client, session } = useApi()
  const [page, setPage] = useState<Page>({ kind: 'township' })
  const [township, setTownship] = useState(() => blankTownship(today().slice(0, 4)))
  const [modules, setModules] = useState<readonly ModuleDraft[]>(defaultModules)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [isWorking, setWorking] = useState(false)

  function toModules(): void {
    const found = townshipFaults(township)
    setFaults(found)
    if (found.length === 0) setPage({ kind: 'modules' })
  }

  async function create(): Promise<void> {
    const found = moduleFaults(modules)
    setFaults(found)
    if (found.length > 0) return
    setWorking(true)
    try {
      const made = await client.door.create({
        township: { name: township.name.trim(), kind: kindOf(township), county: township.county.trim(), reportingUnit: reportingUnitOf(township).trim() },
        year: yearOf(township) ?? 0,
        modules: tidyModules(modules),
        administrator: { name: township.account.trim(), password: township.password },
      })
      setPage({ kind: 'key', ...made })
    } catch (error) {
      const refused = faultsOfCall(error, townshipFields)
      setFaults(refused)
      if (refused.some(({ id }) => townshipFields.some((field) => field.id === id))) setPage({ kind: 'township' })
    } finally {
      setWorking(false)
    }
  }

  switch (page.kind) {
    case 'township':
      return (
        <WizardFrame step="township" aside={<Button onClick={onBack}>{doorWords.back}</Button>} next={{ label: wizardWords.next }}>
          <TownshipStep draft={township} faults={faults} onChange={setTownship} onSubmit={toModules} />
        </WizardFrame>
      )
    case 'modules':
      return (
        <WizardFrame
          step="modules"
          hint={moduleWords.hint}
          next={{ label: moduleWords.create, isWorking }}
          {...(isWorking
            ? {}
            : {
                onPrevious: () => {
                  setFaults([])
                  setPage({ kind: 'township' })
                },
              })}
        >
          <ModulesStep modules={modules} faults={faults} isWorking={isWorking} onChange={setModules} onSubmit={() => void create()} />
        </WizardFrame>
      )
    case 'key':
      return <KeyStep township={page.entered.township.name} recoveryKey={page.recoveryKey} onKept={() => session.enter(page.entered)} />
  }
}
