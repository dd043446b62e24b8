import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { useNavigation } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../frame/Loaded.tsx'
import { may, seesAll } from '../../frame/may.ts'
import { useRemembered } from '../../frame/remembered.ts'
import { SectionPage } from '../../frame/SectionPage.tsx'
import { NewRegister } from './NewRegister.tsx'
import { RegisterBody } from './RegisterBody.tsx'
import { RegisterList } from './RegisterList.tsx'
import './registers.css'
import { SampleDialog } from './SampleDialog.tsx'
import { registerWords as words } from './vocabulary.ts'

export interface RegistersSectionProps {
  readonly module: { readonly id: string; readonly code: string; readonly name: string }
  readonly head: ReactNode
  /** The code of the register, and behind a slash the row whose form is open. */
  readonly openId?: string
}

/** 特色台账: the module's registers and the 三库 on the left, the chosen one on the right. */
export function RegistersSection({ module, head, openId = '' }: RegistersSectionProps): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { go } = useNavigation()
  const registers = useQuery(orpc.registers.list.queryOptions({ input: { moduleId: module.id } }))
  const [last, remember] = useRemembered<string>(`register:${module.id}`, '')
  const [making, setMaking] = useState<'sample' | 'blank' | null>(null)
  const mayDefine = may(me, 'register.define') && (seesAll(me) || me.heads.includes(module.id))
  const [code = '', rowId] = openId.split('/')

  function open(next: string, row?: string): void {
    remember(next)
    go({ tab: 'module', module: module.code, section: 'registers', id: row === undefined ? next : `${next}/${row}` })
  }

  const buttons = (
    <>
      <Button type={mayDefine ? 'primary' : 'default'} onClick={() => setMaking('sample')}>{words.fromSample}</Button>
      <Button onClick={() => setMaking('blank')}>{words.blank}</Button>
    </>
  )
  const dialogs = (
    <>
      {making === 'sample' ? <SampleDialog module={module} onMade={open} onClose={() => setMaking(null)} /> : null}
      {making === 'blank' ? <NewRegister module={module} onMade={open} onClose={() => setMaking(null)} /> : null}
    </>
  )
  return (
    <Loaded query={registers}>
      {(every) => {
        const shown = every.filter(({ enabled, mayDefine: mine }) => enabled || mine)
        const chosen = shown.find((register) => register.code === code) ?? shown.find((register) => register.code === last) ?? shown[0]
        if (chosen === undefined) {
          return (
            <SectionPage head={head}>
              <Empty title={words.none} hint={mayDefine ? words.noneHint : words.noneHintReader} {...(mayDefine ? { action: <span className="register-chosen">{buttons}</span> } : {})} />
              {dialogs}
            </SectionPage>
          )
        }
        return (
          <>
            <RegisterBody
              key={chosen.id}
              register={chosen}
              head={head}
              rowId={chosen.code === code ? (rowId ?? null) : null}
              onRow={(id) => open(chosen.code, id ?? undefined)}
              list={<RegisterList registers={shown} current={chosen.id} hrefModule={module.code} onChoose={remember} {...(mayDefine ? { onSample: () => setMaking('sample'), onBlank: () => setMaking('blank') } : {})} />}
            />
            {dialogs}
          </>
        )
      }}
    </Loaded>
  )
}
