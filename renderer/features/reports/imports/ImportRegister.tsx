import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useRemembered } from '../../../frame/remembered.ts'
import { useModules } from '../../../frame/use-modules.ts'
import { ImportPanel, type Elsewhere } from './ImportPanel.tsx'
import { importRegister } from '../../../frame/import-part.ts'
import { importWords as words } from '../../papers/vocabulary.ts'

/** The rows of one register: which, then its file. */
export function ImportRegister({ elsewhere }: { readonly elsewhere: Elsewhere }): ReactNode {
  const { orpc } = useApi()
  const modules = useModules()
  const { data = [] } = useQuery(orpc.registers.list.queryOptions({ input: {} }))
  const [code, setCode] = useRemembered<string>(importRegister, '')
  const open = data.filter(({ mayEnter }) => mayEnter)
  const chosen = open.find((register) => register.code === code)
  return (
    <div className="import-register">
      <label className="import-register-choice">
        <span>{words.register}</span>
        <Select<string>
          aria-label={words.register}
          placeholder={words.pickRegister}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 280 }}
          {...(chosen === undefined ? {} : { value: chosen.code })}
          options={open.map(({ code: value, name, moduleId }) => ({ value, label: [modules.find(({ id }) => id === moduleId)?.name, name].filter((part) => part !== undefined).join(' · ') }))}
          onChange={setCode}
        />
      </label>
      {chosen === undefined ? <Empty title={words.noRegister} hint={words.noRegisterHint} /> : <ImportPanel key={chosen.id} kind="registers" registerId={chosen.id} elsewhere={elsewhere} />}
    </div>
  )
}
