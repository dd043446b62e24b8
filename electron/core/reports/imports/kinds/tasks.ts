import { eq } from 'drizzle-orm'
import { taskMatcher } from '../../../../../shared/domain/reports/imports/match-tasks.ts'
import { moduleIndex } from '../../../../../shared/domain/reports/imports/modules.ts'
import { applyTaskRules } from '../../../../../shared/domain/reports/imports/task-rules.ts'
import type { TaskDraft, TaskIssueCode, TaskRow } from '../../../../../shared/domain/reports/imports/types.ts'
import { moduleTable, task } from '../../../../db/schema/index.ts'
import { readTaskFile } from '../../../../workbooks/imports/read-rows.ts'
import { takeTasks, taskDirectory, taskRules } from '../import-tasks.ts'
import { importContext } from '../staff-directory.ts'
import { defineImport, type Candidate, type Scene } from './import-kind.ts'
import { dayOfScope, scopeOf } from './module-scope.ts'

/** 任务台账 */
export const tasksImport = defineImport<TaskDraft, TaskIssueCode, TaskRow>({
  rule: { capability: 'task.work', notAboutSelf: true },
  readFile: readTaskFile,
  matcher(scene) {
    const { read, guard, today, picked } = scene
    const matchRow = taskMatcher({ directory: taskDirectory(read, dayOfScope(scene)), scope: scopeOf(guard), moduleNamed: moduleIndex(importContext(read, today).modules), picked })
    const rules = taskRules(read, guard)
    return (row) => applyTaskRules(matchRow(row), rules)
  },
  nameOf: () => ({ draft }) => draft.title,
  describe: describeTasks,
  take: (importing, { guard }, rows) => takeTasks(importing, guard, rows),
})

function describeTasks({ read }: Scene): (ids: readonly string[]) => readonly Candidate[] {
  return (ids) =>
    ids.flatMap((id) =>
      read.select({ id: task.id, name: task.title, module: moduleTable.name, post: task.code }).from(task).innerJoin(moduleTable, eq(moduleTable.id, task.moduleId)).where(eq(task.id, id)).all(),
    )
}
