import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { Read } from '../../../db/types.ts'
import { reaches, viewFor } from '../../app/access.ts'
import type { Actor } from '../../app/session.ts'
import { mainModulesOf } from '../../people/assignments.ts'
import { aboutTask } from './steps.ts'

/**
 * What reading a task concerns: what a step on it does or, for whom that is out of reach, the module of his in which one of its
 * doers works today. Nothing but reading goes by this; `visibleTasks` is the same for lists.
 */
export function aboutReading(read: Read, id: string, actor: Actor, today: string): Subject {
  const about = aboutTask(read, id, actor.standing.staffId)
  const view = viewFor(actor, 'task.work')
  if (view === null || view.kind === 'all' || reaches(actor, 'task.work', about)) return about
  const through = (about.doers ?? []).flatMap((doer) => mainModulesOf(read, doer, today)).find((moduleId) => view.modules.includes(moduleId))
  return through === undefined ? about : { modules: [through] }
}
