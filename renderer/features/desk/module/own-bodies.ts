import type { OwnSection } from '../../../../shared/domain/township/organisation/own-sections.ts'
import { lazy, type ComponentType } from 'react'
import type { OwnBodyProps } from '../../../frame/own-body.ts'

/** The page of each section that a module may have of its own, loaded when it is opened first. */
export const ownBodies: Readonly<Record<OwnSection, ComponentType<OwnBodyProps>>> = {
  tuesday: lazy(() => import('../../villages/tuesday/TuesdayBody.tsx').then((file) => ({ default: file.TuesdayBody }))),
  teams: lazy(() => import('../../villages/teams/TeamsBody.tsx').then((file) => ({ default: file.TeamsBody }))),
  supervision: lazy(() => import('../../tasks/supervision/SupervisionSection.tsx').then((file) => ({ default: file.SupervisionSection }))),
  meetings: lazy(() => import('../../tasks/meetings/MeetingsBody.tsx').then((file) => ({ default: file.MeetingsBody }))),
  issues: lazy(() => import('../../villages/issues/IssuesSection.tsx').then((file) => ({ default: file.IssuesSection }))),
  grids: lazy(() => import('../../villages/grids/GridsSection.tsx').then((file) => ({ default: file.GridsSection }))),
}
