import type { TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { taskFormNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'

/** A paper is called what its task is: 督办单, 备忘录. Where the township took the word 交办单 out of its title, the name of another form is put behind it in brackets. */
export function orderTitle(title: string, form: TaskForm): string {
  const name = taskFormNames[form]
  if (form === 'assignment_order' || title.includes(name)) return title
  return title.includes(taskFormNames.assignment_order) ? title.replace(taskFormNames.assignment_order, name) : `${title}（${name}）`
}
