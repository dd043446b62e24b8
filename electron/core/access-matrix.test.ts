import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { permissions, permissionRow, type Capability } from '../../shared/domain/township/access/permissions.ts'
import { roles } from '../../shared/domain/township/access/roles.ts'

/**
 * The table of who may do what, written out by hand from the decided roles: rows are what people do, cells how far.
 * It is kept apart from the data the guard reads, so that a slip in either shows.
 */
const table = `
                     clerk      head      leader    principal  inspector  sysadmin  secadmin  auditor   setup
self.work            own        own       own       own        own        -         -         -         -
self.appeal          own        own       own       own        own        -         -         -         -
self.ballot          own        own       own       own        own        -         -         -         -
staff.read           member     headed    led       all        all        -         -         -         all
staff.edit           -          headed    -         all        all        -         -         -         all
task.work            own        headed    led       all        all        -         -         -         -
task.review          -          headed    led       all        -          -         -         -         -
task.verify          -          -         all       all        all        -         -         -         -
task.supervise       -          -         all       all        all        -         -         -         -
task.askExtension    -          headed    -         -          -          -         -         -         -
task.decideExtension -          -         all       all        all        -         -         -         -
register.enter       own        headed    led       all        all        -         -         -         -
register.verify      -          headed    led       all        all        -         -         -         -
register.define      -          headed    -         all        all        -         -         -         -
village.edit         -          -         -         all        all        -         -         -         -
village.rank         -          -         -         -          all        -         -         -         -
issue.work           own        own       own       all        all        -         -         -         -
issue.dispatch       -          headed    led       all        all        -         -         -         -
tuesday.plan         own       headed    team      all        all        -         -         -         -
event.enter          own        headed    team      -          -          -         -         -         -
event.verify         -          -         all       all        all        -         -         -         -
group.propose        -          all       all       all        -          -         -         -         -
group.compose        group      group,proposed group,proposed all  all        -         -         -         -
group.approve        -          -         -         all        -          -         -         -         -
group.grade          -          -         -         all        -          -         -         -         -
group.meeting        group      group     all       all        all        -         -         -         -
result.read          published  headed,published led,published all        all        -         -         -         -
summary.read         -          headed,assigned led,assigned all   all        -         -         -         -
score.head           -          assigned  assigned  assigned   -          -         -         -         -
score.leader         -          assigned  assigned  assigned   -          -         -         -         -
score.proxy          -          -         -         all        all        -         -         -         -
point.declare        own        headed    -         -          -          -         -         -         -
point.verify         -          headed    -         -          -          -         -         -         -
point.approve        -          -         led       all        all        -         -         -         -
ruling.decide        -          -         -         all        -          -         -         -         -
ruling.propose       -          -         -         -          all        -         -         -         -
plan.edit            -          -         -         -          all        -         -         -         -
plan.approve         -          -         -         all        -          -         -         -         -
period.run           -          -         -         -          all        -         -         -         -
calendar.edit        -          -         -         -          all        all       -         -         -
layout.edit          -          -         -         all        all        -         -         -         -
export.run           -          headed    led       all        all        -         -         -         -
idNo.unmask          -          -         -         all        all        -         -         -         -
import.run           -          headed    -         -          all        -         -         -         all
copy.handout         -          headed    -         -          all        -         -         -         -
copy.merge           -          -         -         -          all        -         -         -         -
copy.decide          -          -         -         all        all        -         -         -         -
account.read         -          -         -         -          -          all       all       -         all
system.admin         -          -         -         -          -          all       -         -         all
security.admin       -          -         -         -          -          -         all       -         all
audit.read           -          -         -         all        -          -         -         all       -
audit.export         -          -         -         -          -          -         -         all       -
`

/** What is open before a one-time password is changed, and what is no sign of anybody there. */
const sessionMarks: Readonly<Record<string, object>> = {
  'session.logout': { beforeOwnPassword: true },
  'session.me': { beforeOwnPassword: true },
  'session.changes': { beforeOwnPassword: true, isWatching: true },
  'session.changePassword': { beforeOwnPassword: true },
}

/** Which capability each procedure asks for. A procedure that is not here fails the test. */
const procedureCapabilities: Readonly<Record<string, Capability | 'door' | 'session'>> = {
  'door.status': 'door',
  'door.create': 'door',
  'door.createDemo': 'door',
  'door.sendBackup': 'door',
  'door.restore': 'door',
  'session.login': 'door',
  'session.resume': 'door',
  'session.logout': 'session',
  'session.me': 'session',
  'session.changes': 'session',
  'session.changePassword': 'session',
  'organisation.modules': 'staff.read',
  'organisation.addModule': 'staff.edit',
  'organisation.editModule': 'staff.edit',
  'organisation.removeModule': 'staff.edit',
  'organisation.reorderModules': 'staff.edit',
  'organisation.appoint': 'staff.edit',
  'organisation.posts': 'staff.read',
  'organisation.addPost': 'staff.edit',
  'organisation.editPost': 'staff.edit',
  'organisation.editPosts': 'staff.edit',
  'organisation.establishment': 'staff.read',
  'organisation.setEstablishment': 'staff.edit',
  'people.list': 'staff.read',
  'people.directory': 'staff.read',
  'people.get': 'staff.read',
  'people.add': 'staff.edit',
  'people.edit': 'staff.edit',
  'people.editCells': 'staff.edit',
  'people.setIdNo': 'idNo.unmask',
  'people.assign': 'staff.edit',
  'people.endAssignment': 'staff.edit',
  'people.addLeave': 'staff.edit',
  'people.endLeave': 'staff.edit',
  'people.removeLeave': 'staff.edit',
  'people.unmaskIdNo': 'idNo.unmask',
  'tasks.list': 'task.work',
  'tasks.get': 'task.work',
  'tasks.draft': 'task.work',
  'tasks.edit': 'task.work',
  'tasks.editCells': 'task.work',
  'tasks.stepMany': 'task.work',
  'tasks.propose': 'task.work',
  'tasks.sendBack': 'task.work',
  'tasks.issue': 'task.work',
  'tasks.accept': 'task.work',
  'tasks.feedback': 'task.work',
  'tasks.submit': 'task.work',
  'tasks.review': 'task.review',
  'tasks.rejectAtReview': 'task.review',
  'tasks.rejectAtVerification': 'task.verify',
  'tasks.verify': 'task.verify',
  'tasks.closeOut': 'task.verify',
  'tasks.suspend': 'task.supervise',
  'tasks.resume': 'task.supervise',
  'tasks.revoke': 'task.supervise',
  'tasks.reopen': 'task.supervise',
  'tasks.setMilestones': 'task.work',
  'tasks.finishMilestone': 'task.work',
  'tasks.convert': 'task.work',
  'tasks.weekly': 'task.work',
  'extensions.list': 'task.work',
  'extensions.ask': 'task.askExtension',
  'extensions.decide': 'task.decideExtension',
  'supervisions.proposals': 'task.supervise',
  'supervisions.list': 'task.work',
  'supervisions.issue': 'task.supervise',
  'supervisions.reply': 'task.work',
  'supervisions.settle': 'task.supervise',
  'supervisionDays.list': 'task.work',
  'supervisionDays.agenda': 'task.work',
  'supervisionDays.plan': 'task.supervise',
  'supervisionDays.change': 'task.supervise',
  'supervisionDays.hold': 'task.supervise',
  'supervisionDays.cancel': 'task.supervise',
  'villages.list': 'register.enter',
  'villages.teams': 'register.enter',
  'villages.remove': 'village.edit',
  'villages.add': 'village.edit',
  'villages.edit': 'village.edit',
  'villages.addMember': 'village.edit',
  'villages.endMember': 'village.edit',
  'villages.removeMember': 'village.edit',
  'villages.ranks': 'register.enter',
  'villages.setRanks': 'village.rank',
  'villages.setRank': 'village.rank',
  'issues.list': 'issue.work',
  'issues.get': 'issue.work',
  'issues.record': 'issue.work',
  'issues.edit': 'issue.work',
  'issues.editCells': 'issue.work',
  'issues.dispatch': 'issue.dispatch',
  'issues.settle': 'issue.work',
  'issues.decline': 'issue.dispatch',
  'issues.reconsider': 'issue.dispatch',
  'issues.accept': 'issue.work',
  'issues.sendBack': 'issue.work',
  'issues.resolve': 'issue.work',
  'issues.revisit': 'issue.work',
  'issues.toTask': 'task.work',
  'events.list': 'register.enter',
  'events.kinds': 'register.enter',
  'events.preview': 'event.enter',
  'events.enter': 'event.enter',
  'events.correct': 'event.enter',
  'events.withdraw': 'event.enter',
  'events.verify': 'event.verify',
  'events.reject': 'event.verify',
  'events.verifyMany': 'event.verify',
  'events.rejectMany': 'event.verify',
  'events.unverify': 'event.verify',
  'tuesday.month': 'register.enter',
  'tuesday.list': 'register.enter',
  'tuesday.propose': 'tuesday.plan',
  'tuesday.add': 'tuesday.plan',
  'tuesday.editCells': 'tuesday.plan',
  'tuesday.remove': 'tuesday.plan',
  'tuesday.checkIn': 'tuesday.plan',
  'meetings.list': 'register.enter',
  'meetings.principals': 'register.enter',
  'meetings.add': 'register.enter',
  'meetings.edit': 'register.enter',
  'meetings.cancel': 'register.enter',
  'groups.list': 'register.enter',
  'grids.list': 'register.enter',
  'grids.add': 'register.verify',
  'grids.edit': 'register.verify',
  'grids.remove': 'register.verify',
  'grids.stop': 'register.verify',
  'grids.resume': 'register.verify',
  'grids.addPerson': 'register.verify',
  'grids.endPerson': 'register.verify',
  'grids.removePerson': 'register.verify',
  'grids.scores': 'register.enter',
  'grids.editScores': 'register.verify',
  'groups.get': 'register.enter',
  'groups.edit': 'group.compose',
  'groups.dissolve': 'group.approve',
  'groups.endMember': 'group.compose',
  'groups.removeMember': 'group.compose',
  'groups.changeRole': 'group.compose',
  'groups.addMeeting': 'group.meeting',
  'groups.editMeeting': 'group.meeting',
  'groups.removeMeeting': 'group.meeting',
  'secondments.list': 'staff.read',
  'secondments.add': 'staff.edit',
  'secondments.edit': 'staff.edit',
  'secondments.remove': 'staff.edit',
  'groups.grades': 'result.read',
  'groups.propose': 'group.propose',
  'groups.approve': 'group.approve',
  'groups.addMember': 'group.compose',
  'groups.grade': 'group.grade',
  'groups.gradeMany': 'group.grade',
  'points.list': 'register.enter',
  'points.declareHonour': 'point.declare',
  'points.declareCircular': 'point.declare',
  'points.declareDeduction': 'point.declare',
  'points.verify': 'point.verify',
  'points.approve': 'point.approve',
  'points.reject': 'point.approve',
  'registers.list': 'register.enter',
  'registers.rows': 'register.enter',
  'registers.row': 'register.enter',
  'registers.totals': 'register.enter',
  'registers.samples': 'register.define',
  'registers.create': 'register.define',
  'registers.addFromSample': 'register.define',
  'registers.define': 'register.define',
  'registers.setEnabled': 'register.define',
  'registers.add': 'register.enter',
  'registers.editCells': 'register.enter',
  'registers.remove': 'register.enter',
  'registers.restore': 'register.enter',
  'registers.propose': 'register.enter',
  'plans.list': 'result.read',
  'plans.get': 'result.read',
  'plans.fromPreset': 'plan.edit',
  'plans.copy': 'plan.edit',
  'plans.draft': 'plan.edit',
  'plans.edit': 'plan.edit',
  'plans.rename': 'plan.edit',
  'plans.remove': 'plan.edit',
  'plans.approve': 'plan.approve',
  'periods.list': 'result.read',
  'periods.openYear': 'period.run',
  'periods.setPlan': 'period.run',
  'periods.pkFactors': 'result.read',
  'periods.missing': 'result.read',
  'periods.setPkFactor': 'period.run',
  'periods.setPkFactors': 'period.run',
  'periods.advance': 'period.run',
  'periods.compute': 'period.run',
  'periods.publish': 'period.run',
  'periodSteps.list': 'result.read',
  'periodSteps.propose': 'result.read',
  'periodSteps.edit': 'period.run',
  'inputSources.list': 'result.read',
  'rollover.preview': 'period.run',
  'rollover.close': 'period.run',
  'rollover.undo': 'period.run',
  'summaries.own': 'self.work',
  'summaries.save': 'self.work',
  'summaries.submit': 'self.work',
  'summaries.takeBack': 'self.work',
  'summaries.list': 'summary.read',
  'calendar.years': 'session',
  'calendar.store': 'calendar.edit',
  'calendar.forget': 'calendar.edit',
  'trial.base': 'result.read',
  'trial.run': 'result.read',
  'fairness.of': 'result.read',
  'scores.sheets': 'session',
  'scores.open': 'period.run',
  'scores.enterHead': 'score.head',
  'scores.enterLeader': 'score.leader',
  'scores.enterByProxy': 'score.proxy',
  'scores.enterManyHead': 'score.head',
  'scores.enterManyLeader': 'score.leader',
  'scores.enterManyByProxy': 'score.proxy',
  'scores.submitHead': 'score.head',
  'scores.submitLeader': 'score.leader',
  'scores.submitByProxy': 'score.proxy',
  'scores.sendBack': 'score.proxy',
  'scores.delegate': 'score.leader',
  'scores.delegateByProxy': 'score.proxy',
  'scores.takeBack': 'score.leader',
  'scores.takeBackByProxy': 'score.proxy',
  'scoreBooks.list': 'score.proxy',
  'scoreBooks.make': 'score.proxy',
  'scoreBooks.issue': 'score.proxy',
  'scoreBooks.preview': 'score.proxy',
  'scoreBooks.apply': 'score.proxy',
  'scoreBooks.undo': 'score.proxy',
  'scores.ballotState': 'period.run',
  'scores.closeBallots': 'period.run',
  'handover.notes': 'session',
  'handover.write': 'score.head',
  'handover.writeByProxy': 'score.proxy',
  'scores.late': 'score.proxy',
  'scores.ballot': 'session',
  'scores.castBallot': 'self.ballot',
  'results.list': 'result.read',
  'results.own': 'session',
  'results.bonus': 'result.read',
  'results.history': 'result.read',
  'results.historyOwn': 'session',
  'results.year': 'result.read',
  'results.versions': 'result.read',
  'results.pools': 'result.read',
  'results.explain': 'result.read',
  'results.explainOwn': 'session',
  'results.differences': 'result.read',
  'rulings.list': 'result.read',
  'rulings.amendable': 'result.read',
  'rulings.preview': 'result.read',
  'rulings.propose': 'ruling.propose',
  'rulings.withdraw': 'ruling.propose',
  'rulings.decide': 'ruling.decide',
  'appeals.list': 'result.read',
  'appeals.own': 'session',
  'appeals.publicity': 'session',
  'appeals.file': 'self.appeal',
  'appeals.withdraw': 'self.appeal',
  'appeals.dismiss': 'ruling.decide',
  'decisions.list': 'result.read',
  'decisions.decide': 'ruling.decide',
  'imports.preview': 'import.run',
  'imports.apply': 'import.run',
  'imports.startPreview': 'import.run',
  'imports.startApply': 'import.run',
  'imports.outline': 'import.run',
  'imports.fields': 'import.run',
  'imports.form': 'import.run',
  'imports.undo': 'import.run',
  'imports.log': 'import.run',
  'layouts.list': 'export.run',
  'layouts.get': 'export.run',
  'layouts.copy': 'layout.edit',
  'layouts.save': 'layout.edit',
  'layouts.rename': 'layout.edit',
  'layouts.use': 'layout.edit',
  'layouts.stopUsing': 'layout.edit',
  'layouts.remove': 'layout.edit',
  'exports.run': 'export.run',
  'exports.start': 'export.run',
  'exports.verify': 'export.run',
  'exports.log': 'export.run',
  'books.pages': 'export.run',
  'books.close': 'export.run',
  'books.printed': 'export.run',
  'templates.list': 'export.run',
  'templates.fields': 'export.run',
  'templates.inspect': 'export.run',
  'templates.add': 'export.run',
  'templates.rename': 'export.run',
  'templates.saveMapping': 'export.run',
  'templates.replaceFile': 'export.run',
  'templates.remove': 'export.run',
  'templates.preview': 'export.run',
  'templates.fill': 'export.run',
  'papers.scores': 'session',
  'papers.notices': 'result.read',
  'papers.decisions': 'result.read',
  'papers.steps': 'result.read',
  'papers.summaries': 'summary.read',
  'papers.ownSummary': 'self.work',
  'papers.week': 'task.work',
  'papers.orders': 'task.work',
  'papers.meetings': 'register.enter',
  'papers.grids': 'register.enter',
  'papers.printed': 'session',
  'documents.publicity': 'result.read',
  'documents.notices': 'result.read',
  'documents.excellent': 'result.read',
  'documents.commendation': 'result.read',
  'documents.minutes': 'register.enter',
  'documents.supervision': 'task.work',
  'documents.weekly': 'task.work',
  'system.accounts': 'account.read',
  'system.suggestAccounts': 'system.admin',
  'system.addAccount': 'system.admin',
  'system.addAccounts': 'system.admin',
  'system.resetPassword': 'system.admin',
  'system.setEnabled': 'system.admin',
  'system.setRoles': 'security.admin',
  'system.finishSetup': 'security.admin',
  'system.audit': 'audit.read',
  'system.auditDetail': 'audit.read',
  'system.auditChoices': 'audit.read',
  'system.check': 'system.admin',
  'system.backups': 'system.admin',
  'system.backup': 'system.admin',
  'system.readBackup': 'system.admin',
  'system.endTransfer': 'system.admin',
  'system.sendBackup': 'system.admin',
  'system.backupHere': 'system.admin',
  'system.restore': 'system.admin',
  'system.dump': 'period.run',
  'search.find': 'session',
  'views.list': 'session',
  'views.save': 'session',
  'views.remove': 'session',
  'workbench.today': 'session',
  'workbench.reminders': 'session',
  'workbench.module': 'staff.read',
  'attachments.list': 'session',
  'attachments.read': 'session',
  'attachments.add': 'session',
  'yearInputs.standings': 'result.read',
  'yearInputs.setStandings': 'period.run',
  'yearInputs.pools': 'result.read',
  'yearInputs.setPools': 'period.run',
  'yearInputs.confirm': 'ruling.decide',
  'attachments.remove': 'session',
  'attachments.restore': 'session',
}

function parseTable() {
  const [heading = '', ...lines] = table.trim().split('\n')
  const names = heading.trim().split(/\s+/)
  return new Map(
    lines.map((line) => {
      const [capability = '', ...cells] = line.trim().split(/\s+/)
      return [capability, Object.fromEntries(names.map((name, index) => [name, cells[index]]))]
    }),
  )
}

function proceduresOf(router: AnyContractRouter, path: readonly string[] = []): readonly { readonly path: string; readonly access: unknown }[] {
  if (isContractProcedure(router)) return [{ path: path.join('.'), access: router['~orpc'].meta['access'] }]
  return Object.entries(router).flatMap(([name, part]) => proceduresOf(part, [...path, name]))
}

const expected = parseTable()
const registry = proceduresOf(contract)

describe('the authorisation matrix', () => {
  test('the data the guard reads equals the table, cell by cell', () => {
    const actual = Object.fromEntries(
      Object.keys(permissions).map((name) => {
        const capability = [...expected.keys()].find((known): known is Capability => known === name && Object.hasOwn(permissions, known))
        const row = capability === undefined ? {} : permissionRow(capability)
        return [name, Object.fromEntries(roles.map((role) => [role, String(row[role] ?? '-')]))]
      }),
    )
    expect(actual).toEqual(Object.fromEntries(expected))
  })

  test('every procedure of the registry asks for the capability it should, and none is left undeclared', () => {
    const actual = Object.fromEntries(registry.map(({ path, access }) => [path, access]))
    const wanted = Object.fromEntries(
      Object.entries(procedureCapabilities).map(([path, needs]) => [path, needs === 'door' || needs === 'session' ? { kind: needs, ...sessionMarks[path] } : expect.objectContaining({ kind: 'capability', capability: needs })]),
    )
    expect(actual).toEqual(wanted)
  })

  test('acts about oneself and by the doer are barred where they must be', () => {
    const barred = (flag: 'notAboutSelf' | 'notByDoer') =>
      registry.filter(({ access }) => typeof access === 'object' && access !== null && flag in access).map(({ path }) => path)
    expect(barred('notAboutSelf').sort()).toEqual([
      'appeals.dismiss', 'decisions.decide', 'events.reject', 'events.rejectMany', 'events.unverify', 'events.verify', 'events.verifyMany', 'groups.addMember', 'groups.changeRole', 'groups.endMember', 'groups.removeMember', 'handover.write', 'handover.writeByProxy', 'people.assign', 'people.edit', 'people.editCells', 'people.endAssignment', 'points.approve', 'points.declareDeduction', 'points.reject', 'points.verify', 'rulings.decide', 'rulings.propose', 'rulings.withdraw',
      'scoreBooks.apply', 'scoreBooks.issue', 'scoreBooks.make', 'scoreBooks.preview', 'scoreBooks.undo', 'scores.delegate', 'scores.delegateByProxy', 'scores.enterByProxy', 'scores.enterHead', 'scores.enterLeader', 'scores.enterManyByProxy', 'scores.enterManyHead', 'scores.enterManyLeader', 'scores.sendBack', 'scores.submitByProxy', 'scores.submitHead', 'scores.submitLeader', 'scores.takeBack', 'scores.takeBackByProxy', 'secondments.add', 'secondments.edit', 'secondments.remove', 'villages.removeMember', 'yearInputs.confirm', 'yearInputs.setStandings',
    ])
    expect(barred('notByDoer').sort()).toEqual([
      'events.unverify', 'events.verify', 'events.verifyMany', 'extensions.decide', 'supervisions.issue', 'supervisions.settle',
      'tasks.closeOut', 'tasks.issue', 'tasks.rejectAtReview', 'tasks.rejectAtVerification', 'tasks.reopen', 'tasks.resume', 'tasks.review', 'tasks.revoke', 'tasks.suspend', 'tasks.verify',
    ])
  })
})
