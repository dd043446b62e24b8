import { Button, Dropdown, Select, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Me } from '../../shared/contract/township/session.ts'
import { roleLabels } from '../../shared/domain/township/access/vocabulary.ts'
import type { ChosenPeriod } from '../api/period.ts'
import { periodTitle } from '../frame/dates.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import type { Density } from '../ui/tokens.ts'
import type { CommandHands } from './commands.ts'
import { shellWords } from './vocabulary.ts'

export interface TitleLineProps {
  readonly me: Me
  readonly periods: readonly ChosenPeriod[]
  readonly chosen: ChosenPeriod | null
  readonly onPeriod: (code: string) => void
  readonly onSearch: () => void
  readonly density: Density
  readonly hands: CommandHands
}

/** Township, search, period, account and lock: always in sight. */
export function TitleLine({ me, periods, chosen, onPeriod, onSearch, density, hands }: TitleLineProps): ReactNode {
  const items = [
    { key: 'password', label: shellWords.changePassword, onClick: hands.changePassword },
    { key: 'density', label: density === 'compact' ? shellWords.comfortable : shellWords.compact, onClick: hands.toggleDensity },
    { key: 'print', label: shellWords.print, onClick: hands.print },
    { key: 'manual', label: shellWords.manual, onClick: hands.openManual },
    { key: 'leave', label: shellWords.leave, onClick: hands.lock },
  ]
  return (
    <header className="shell-title ui-no-print">
      <strong className="shell-township">{me.township.name}</strong>
      {me.township.origin === 'real' ? null : <Tag>{me.township.origin === 'demo' ? shellWords.demo : shellWords.case}</Tag>}
      <button type="button" className="shell-search" onClick={onSearch}>
        <span>{shellWords.search}</span>
        <KeyHint keys={['Ctrl', 'K']} />
      </button>
      {periods.length === 0 ? null : (
        <label className="shell-period">
          <span>{shellWords.period}</span>
          <Select aria-label={shellWords.period} value={chosen?.code ?? null} options={periods.map(({ code }) => ({ value: code, label: periodTitle(code) }))} onChange={onPeriod} />
        </label>
      )}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button className="shell-account" title={shellWords.account}>{`${me.staffName ?? me.name}（${me.roles.map((role) => roleLabels[role]).join('、')}）`}</Button>
      </Dropdown>
      <Button onClick={hands.lock}>{shellWords.lock}</Button>
    </header>
  )
}
