import { ownSections } from '../../../../shared/domain/township/organisation/own-sections.ts'
import { sectionNames } from '../../../frame/vocabulary.ts'
import { Checkbox, Input, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { moduleHues } from '../../../ui/tokens.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { faultsOfCall } from '../system/form-faults.ts'
import { systemWords } from '../system/vocabulary.ts'
import { townshipWords as words } from './vocabulary.ts'
import type { ModuleRow } from './offices.ts'

export interface ModuleFormProps {
  /** null makes a new one. */
  readonly module: ModuleRow | null
  readonly onClose: () => void
}

const fields = [
  { path: 'name', id: 'module-name', label: words.name },
  { path: 'alias', id: 'module-alias', label: words.alias },
  { path: 'office', id: 'module-office', label: words.office },
] as const

const automatic = ''

/** Name, alias, office and hue of a module. */
export function ModuleForm({ module, onClose }: ModuleFormProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [typed, setTyped] = useState({ name: module?.name ?? '', alias: module?.alias ?? '', office: module?.office ?? '', colour: module?.colour ?? automatic, enabled: module?.enabled ?? true, sections: module?.sections ?? [] })
  // A township made before these hues keeps its own among the choices.
  const hues = [...new Set([...(module?.colour === undefined || module.colour === null ? [] : [module.colour]), ...moduleHues])]

  async function save(): Promise<readonly FieldFault[]> {
    const name = typed.name.trim()
    if (name === '') return [{ id: 'module-name', sentence: systemWords.missing(words.name) }]
    const orNone = (text: string) => (text.trim() === '' ? null : text.trim())
    const input = { name, alias: orNone(typed.alias), office: orNone(typed.office), colour: typed.colour === automatic ? null : typed.colour, sections: ownSections.filter((section) => typed.sections.includes(section)) }
    try {
      if (module === null) await client.organisation.addModule(input)
      else await client.organisation.editModule({ ...input, id: module.id, enabled: typed.enabled, version: module.version })
      notice.done(words.saved(name))
      return []
    } catch (error) {
      return faultsOfCall(error, fields, 'module-name')
    }
  }

  return (
    <FormDialog title={module === null ? words.addModule : words.editOf(module.name)} confirm={systemWords.save} onSubmit={save} onClose={onClose}>
      <FieldRow label={words.name} id="module-name" required>
        {(field) => <Input {...field} autoFocus value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} />}
      </FieldRow>
      <FieldRow label={words.alias} id="module-alias">
        {(field) => <Input {...field} value={typed.alias} onChange={(event) => setTyped({ ...typed, alias: event.target.value })} />}
      </FieldRow>
      <FieldRow label={words.office} id="module-office">
        {(field) => <Input {...field} value={typed.office} onChange={(event) => setTyped({ ...typed, office: event.target.value })} />}
      </FieldRow>
      <FieldRow label={words.colour} isGroup>
        {({ status: _, ...field }) => (
          <Radio.Group {...field} className="township-hues" value={typed.colour} onChange={({ target }) => setTyped({ ...typed, colour: String(target.value) })}>
            <Radio value={automatic}>{words.noColour}</Radio>
            {hues.map((hue, place) => (
              <Radio key={hue} value={hue} aria-label={words.colourOf(place)}>
                <span className="township-hue" style={{ background: hue }} />
              </Radio>
            ))}
          </Radio.Group>
        )}
      </FieldRow>
      <FieldRow label={words.ownSections} help={words.ownSectionsHelp} isGroup>
        {({ status: _, ...field }) => (
          <Checkbox.Group {...field} value={[...typed.sections]} options={ownSections.map((section) => ({ value: section, label: sectionNames[section] }))} onChange={(sections) => setTyped({ ...typed, sections })} />
        )}
      </FieldRow>
      {module === null ? null : (
        <FieldRow label={words.state} help={words.enabledHelp}>
          {({ id }) => (
            <Checkbox id={id} className="township-check" checked={typed.enabled} onChange={({ target }) => setTyped({ ...typed, enabled: target.checked })}>
              {words.enabled}
            </Checkbox>
          )}
        </FieldRow>
      )}
    </FormDialog>
  )
}
