import { lazy, Suspense, type ReactNode } from 'react'
import type { Place } from '../api/place.ts'
import { Empty } from '../ui/Empty.tsx'
import { Loading } from '../ui/Loading.tsx'
import type { TabModule } from './tabs.ts'
import { shellWords } from './vocabulary.ts'

const Workbench = lazy(() => import('../features/desk/workbench/Workbench.tsx').then((file) => ({ default: file.Workbench })))
const ModuleTab = lazy(() => import('../features/desk/module/ModuleTab.tsx').then((file) => ({ default: file.ModuleTab })))
const EvaluationTab = lazy(() => import('../features/evaluation/EvaluationTab.tsx').then((file) => ({ default: file.EvaluationTab })))
const ReportsTab = lazy(() => import('../features/reports/ReportsTab.tsx').then((file) => ({ default: file.ReportsTab })))
const SystemTab = lazy(() => import('../features/township/SystemTab.tsx').then((file) => ({ default: file.SystemTab })))

export interface TabBodyProps {
  readonly place: Place | null
  readonly modules: readonly TabModule[]
}

/** What stands at a place. */
export function TabBody({ place, modules }: TabBodyProps): ReactNode {
  return <Suspense fallback={<Loading />}>{bodyOf(place, modules)}</Suspense>
}

function bodyOf(place: Place | null, modules: readonly TabModule[]): ReactNode {
  if (place === null) return <Empty title={shellWords.noTab} />
  switch (place.tab) {
    case 'workbench':
      return <Workbench />
    case 'module': {
      const module = modules.find(({ code }) => code === place.module)
      return module === undefined ? <Empty title={shellWords.noTab} /> : <ModuleTab key={module.id} module={module} section={place.section} {...idOf(place)} />
    }
    case 'evaluation':
      return <EvaluationTab section={place.section} {...idOf(place)} />
    case 'reports':
      return <ReportsTab section={place.section} {...idOf(place)} />
    case 'system':
      return <SystemTab section={place.section} />
  }
}

function idOf({ id }: { readonly id?: string }): { readonly id?: string } {
  return id === undefined ? {} : { id }
}
