import { guarded } from '../../app/guard.ts'
import { convertMemo } from './convert.ts'
import { stepMany } from './batch-steps.ts'
import { describeTasks } from './describe.ts'
import { writeTaskDraft } from './draft.ts'
import { editTask, editTaskCells } from './edit.ts'
import { pageOfTasks } from './list.ts'
import { finishMilestone, setMilestones } from './milestones.ts'
import { oneTask } from './one-task.ts'
import { takeStep } from './steps.ts'
import { weeklyList } from './weekly.ts'

export const tasksRouter = {
  list: guarded.tasks.list.handler(({ input, context: { guard } }) => {
    const { rows, total } = pageOfTasks(guard, input)
    return { rows: describeTasks(guard.read, guard.actor, rows, input.on), total }
  }),

  get: guarded.tasks.get.handler(({ input, context: { guard } }) => oneTask(guard, input.id, input.on)),
  weekly: guarded.tasks.weekly.handler(({ input, context: { guard } }) => weeklyList(guard, input)),

  draft: guarded.tasks.draft.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ modules: [input.moduleId], staff: input.parties.map(({ staffId }) => staffId) }),
      write: (tx) => writeTaskDraft(tx, app, { ...input, draftedBy: guard.actor.name }),
      audit: ({ id }) => ({ subject: id, detail: { title: input.title, moduleId: input.moduleId, due: input.due } }),
    }),
  ),

  edit: guarded.tasks.edit.handler(({ input, context: { app, guard } }) => editTask(app, guard, input)),
  editCells: guarded.tasks.editCells.handler(({ input, context: { app, guard } }) => editTaskCells(app, guard, input)),
  stepMany: guarded.tasks.stepMany.handler(({ input, context }) => stepMany(context, input)),

  setMilestones: guarded.tasks.setMilestones.handler(({ input, context: { app, guard } }) => setMilestones(app, guard, input)),
  finishMilestone: guarded.tasks.finishMilestone.handler(({ input, context: { app, guard } }) => finishMilestone(app, guard, input)),
  convert: guarded.tasks.convert.handler(({ input, context: { app, guard } }) => convertMemo(app, guard, input)),

  propose: guarded.tasks.propose.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'propose', input)),
  sendBack: guarded.tasks.sendBack.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'sendBack', input)),
  issue: guarded.tasks.issue.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'issue', input)),
  accept: guarded.tasks.accept.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'accept', input)),
  feedback: guarded.tasks.feedback.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'feedback', { ...input, reason: input.text })),
  submit: guarded.tasks.submit.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'submit', { ...input, reason: input.text === '' ? undefined : input.text })),
  review: guarded.tasks.review.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'review', input)),
  rejectAtReview: guarded.tasks.rejectAtReview.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'rejectAtReview', input)),
  rejectAtVerification: guarded.tasks.rejectAtVerification.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'rejectAtVerification', input)),
  verify: guarded.tasks.verify.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'verify', input)),
  closeOut: guarded.tasks.closeOut.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'closeOut', input)),
  suspend: guarded.tasks.suspend.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'suspend', input)),
  resume: guarded.tasks.resume.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'resume', input)),
  revoke: guarded.tasks.revoke.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'revoke', input)),
  reopen: guarded.tasks.reopen.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'reopen', input)),
}
