import { searchKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { taskForms, taskStates } from '../../../shared/domain/tasks/tasks/codes.ts'
import { partyStateOf } from '../../../shared/domain/tasks/tasks/party-state.ts'
import { dayNumber, dayText } from '../../../shared/lib/calendar-day.ts'
import { moduleTable, staff } from '../../db/schema/index.ts'
import type { TestTownship } from './township.testing.ts'

const places = ['上溪村', '下溪村', '大桥头', '竹林坞', '镇区', '工业园', '石门水库', '老街']
const works = ['地质灾害隐患点排查', '农房安全整治', '矛盾纠纷化解', '项目用地征迁', '村级换届督查', '人居环境提升', '食品安全检查', '低保对象复核', '森林防火巡查', '招商项目推进', '信访积案包案', '渣土车联合执法']
const ends = ['月报', '整改', '销号', '通报反馈', '现场会筹备', '材料报送']

/** Fills the township with made-up tasks of two parties each, at a stroke and without the audit log: for measuring lists. */
export function addManyTasks(town: TestTownship, howMany: number): void {
  const { raw } = town.app.database()
  const modules = town.app.read().select({ id: moduleTable.id }).from(moduleTable).all()
  const people = town.app.read().select({ id: staff.id }).from(staff).all()
  const first = dayNumber('2025-01-01')
  // The parts are read one by one, each once: dictionary words do not run across them.
  const keys = new Map<string, string>()
  const keyOf = (part: string): string => {
    const key = keys.get(part) ?? searchKeyOf(part)
    keys.set(part, key)
    return key
  }
  const task = raw.prepare(
    `INSERT INTO task (id, code, seq, doc_no, form, source, title, search_key, content, weight, module_id, lead_staff_id, issued_on, due, state, progress, reworks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const party = raw.prepare('INSERT INTO task_party (id, seq, task_id, staff_id, role, state, submitted_on) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const pick = <Item>(items: readonly Item[], n: number): Item => {
    const item = items[n % items.length]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  raw.transaction(() => {
    for (let n = 0; n < howMany; n += 1) {
      const id = town.app.environment.newId()
      const seq = 1_000_000 + n
      const parts = ['关于', pick(places, n * 7), pick(works, n * 5 + Math.floor(n / 97)), '第', String(n), '号', pick(ends, n * 3)]
      const title = parts.join('')
      const issued = first + ((n * 13) % 500)
      const due = issued + 5 + ((n * 17) % 90)
      const state = n % 10 < 7 ? pick(['completed', 'closed'] as const, n) : pick(taskStates, Math.floor(n / 10))
      const isIssued = state !== 'draft' && state !== 'pending'
      task.run(id, `X${seq}`, seq, `何政督〔2026〕${n}号`, pick(taskForms, n), pick(['县委', '县政府', '党委会', '书记批示'], n), title, parts.map(keyOf).join(''), `${title}，${'请各责任单位按照职责分工抓紧落实，按期办结并将办理情况和佐证材料报送党政办督考组。'.repeat(4)}`, 1 + (n % 3), pick(modules, n).id, pick(people, n * 11).id, isIssued ? dayText(issued) : null, dayText(due), state, (n * 7) % 101, n % 4)
      const parties = new Set([pick(people, n), pick(people, n * 3 + 1)])
      let role = 'host'
      for (const { id: staffId } of parties) {
        const submittedOn = state === 'submitted' ? dayText(due - 2 + (n % 5)) : null
        party.run(town.app.environment.newId(), 1_000_000 + n * 2 + (role === 'host' ? 0 : 1), id, staffId, role, partyStateOf(state, { submittedOn, completedOn: null }), submittedOn)
        role = 'cohost'
      }
    }
  })()
}
