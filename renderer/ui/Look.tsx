import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createContext, use, useMemo } from 'react'
import type { ReactNode } from 'react'
import './base.css'
import { themeOf } from './theme.ts'
import { cssVariables } from './tokens.ts'
import type { Density } from './tokens.ts'

dayjs.locale('zh-cn')

const DensityContext = createContext<Density>('comfortable')

/** The density of the window: comfortable (rows 32 px) or compact (28 px). */
export function useDensity(): Density {
  return use(DensityContext)
}

export interface LookProps {
  readonly density: Density
  readonly children: ReactNode
}

/** Stands once around everything: theme, Chinese texts of Ant Design, our CSS variables, notices. */
export function Look({ density, children }: LookProps): ReactNode {
  const theme = useMemo(() => themeOf(density), [density])
  return (
    <DensityContext value={density}>
      <style href={`tokens-${density}`} precedence="high">
        {cssVariables(density)}
      </style>
      <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
        <App className="ui-look" message={{ top: 'calc(100vh - 88px)', maxCount: 1 }}>
          {children}
        </App>
      </ConfigProvider>
    </DensityContext>
  )
}
