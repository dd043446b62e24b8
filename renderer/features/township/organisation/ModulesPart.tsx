import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { moduleOffices } from '../../../../shared/contract/township/organisation.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ModuleMark, moduleHue } from '../../../ui/ModuleMark.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { SystemPage } from '../system/SystemPage.tsx'
import { systemWords } from '../system/vocabulary.ts'
import { officeLabels, townshipWords as words } from './vocabulary.ts'
import { AppointForm } from './AppointForm.tsx'
import { ModuleForm } from './ModuleForm.tsx'
import { holdersOf, movedIds, type ModuleRow, type Office } from './offices.ts'
import type { PartProps } from './part-head.ts'
import { useOrganisationReach } from './use-reach.ts'

type Opened = { readonly kind: 'none' } | { readonly kind: 'add' } | { readonly kind: 'edit'; readonly module: ModuleRow } | { readonly kind: 'appoint'; readonly moduleId: string; readonly office: Office }

/** The modules in their official order, each with its offices. */
export function ModulesPart({ head }: PartProps): ReactNode {
  const { orpc } = useApi()
  const modules = useQuery(orpc.organisation.modules.queryOptions())
  const { isWhole } = useOrganisationReach()
  const [opened, setOpened] = useState<Opened>({ kind: 'none' })
  const appointed = opened.kind === 'appoint' ? modules.data?.find(({ id }) => id === opened.moduleId) : undefined
  const close = () => setOpened({ kind: 'none' })
  return (
    <SystemPage
      section="township"
      note={head}
      body="scroll"
      actions={
        isWhole ? (
          <Button type="primary" onClick={() => setOpened({ kind: 'add' })}>
            {words.addModule}
          </Button>
        ) : null
      }
    >
      <Loaded query={modules}>{(rows) => (rows.length === 0 ? <Empty title={words.noModules} /> : <ModuleTable rows={rows} onOpen={setOpened} />)}</Loaded>
      {opened.kind === 'add' ? <ModuleForm module={null} onClose={close} /> : null}
      {opened.kind === 'edit' ? <ModuleForm module={opened.module} onClose={close} /> : null}
      {opened.kind === 'appoint' && appointed !== undefined ? <AppointForm module={appointed} office={opened.office} onClose={close} /> : null}
    </SystemPage>
  )
}

function ModuleTable({ rows, onOpen }: { readonly rows: readonly ModuleRow[]; readonly onOpen: (opened: Opened) => void }): ReactNode {
  const { isWhole } = useOrganisationReach()
  return (
    <table className="system-table township-modules">
      <thead>
        <tr>
          <th scope="col">{words.order}</th>
          <th scope="col">{words.modules}</th>
          <th scope="col">{words.office}</th>
          {moduleOffices.map((office) => (
            <th key={office} scope="col">
              {officeLabels[office]}
            </th>
          ))}
          <th scope="col">{words.state}</th>
          <th scope="col">
            <span className="ui-unseen">{words.commands}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((module, place) => (
          <tr key={module.id} className={module.enabled ? undefined : 'township-off'}>
            <td className="township-order">
              {place + 1}
              {isWhole ? <OrderButtons rows={rows} module={module} /> : null}
            </td>
            <td>
              <ModuleMark name={module.alias === null ? module.name : `${module.name}（${module.alias}）`} colour={module.colour ?? moduleHue(place)} />
            </td>
            <td>{module.office ?? systemWords.none}</td>
            {moduleOffices.map((office) => (
              <OfficeCell key={office} module={module} office={office} onAppoint={() => onOpen({ kind: 'appoint', moduleId: module.id, office })} />
            ))}
            <td>
              <StateTag tone={module.enabled ? 'good' : 'quiet'}>{module.enabled ? words.enabled : words.disabled}</StateTag>
            </td>
            <RowCommands module={module} onEdit={() => onOpen({ kind: 'edit', module })} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OrderButtons({ rows, module: { id, name } }: { readonly rows: readonly ModuleRow[]; readonly module: ModuleRow }): ReactNode {
  const { client } = useApi()
  const { run, isBusy } = useCommand()
  const move = (by: -1 | 1) =>
    void run(async () => {
      await client.organisation.reorderModules({ ids: movedIds(rows, id, by) })
      return null
    })
  return (
    <>
      <Button size="small" type="text" aria-label={words.upOf(name)} disabled={isBusy || rows[0]?.id === id} onClick={() => move(-1)}>
        {words.up}
      </Button>
      <Button size="small" type="text" aria-label={words.downOf(name)} disabled={isBusy || rows.at(-1)?.id === id} onClick={() => move(1)}>
        {words.down}
      </Button>
    </>
  )
}

function OfficeCell({ module, office, onAppoint }: { readonly module: ModuleRow; readonly office: Office; readonly onAppoint: () => void }): ReactNode {
  const { isWhole } = useOrganisationReach()
  const { present } = holdersOf(module, office, today())
  const name = present === null ? <span className="township-vacant">{words.vacant}</span> : present.staffName
  if (!isWhole) return <td>{name}</td>
  return (
    <td>
      <button type="button" className="township-office" onClick={onAppoint}>
        <span className="ui-unseen">{words.officeOf(module.name, officeLabels[office])}</span>
        <span>{name}</span>
        <span className="township-appoint">{words.appoint}</span>
      </button>
    </td>
  )
}

function RowCommands({ module, onEdit }: { readonly module: ModuleRow; readonly onEdit: () => void }): ReactNode {
  const { client } = useApi()
  const { run, isBusy } = useCommand()
  const { isWhole, mayEditModule } = useOrganisationReach()
  const { id, name, version } = module
  return (
    <td className="system-row-commands">
      {mayEditModule(id) ? (
        <Button size="small" aria-label={words.editOf(name)} onClick={onEdit}>
          {words.edit}
        </Button>
      ) : null}
      {isWhole ? (
        <ConfirmButton
          label={words.remove}
          size="small"
          type="text"
          danger
          disabled={isBusy}
          question={words.removeQuestion(name)}
          consequence={words.removeConsequence}
          onConfirm={() =>
            run(async () => {
              await client.organisation.removeModule({ id, version })
              return words.removed(name)
            }).then(() => undefined)
          }
        />
      ) : null}
    </td>
  )
}
