import { expect, test } from 'vitest'
import { issueRowOf, readIssueDraft, type IssueDraft } from './issue-form.ts'

const draft: IssueDraft = { villageId: 'v1', source: 'visit', title: ' 路灯不亮 ', content: '', reporter: '', phone: ' １３８ 1234 5678', reportedOn: '2026-06-01', settled: '' }

test('a form that is in order', () => {
  expect(readIssueDraft(draft, '2026-06-02')).toEqual({ kind: 'good', report: { villageId: 'v1', source: 'visit', title: '路灯不亮', content: null, reporter: null, phone: '13812345678', reportedOn: '2026-06-01' } })
})

test.each<[Partial<IssueDraft>, readonly string[]]>([
  [{ title: ' ', villageId: null }, ['请填写“事项”。', '请选择“村社”。']],
  [{ phone: '电话' }, ['“联系电话”须为 5 到 20 位的电话号码，请改正。']],
  [{ reportedOn: '2026-06-03' }, ['“反映日期”不能晚于今天，请改正。']],
  [{ reportedOn: '昨天' }, ['“反映日期”的“昨天”不是有效的日期，请写成 2026-03-15。']],
])('%j is refused', (change, sentences) => {
  const reading = readIssueDraft({ ...draft, ...change }, '2026-06-02')
  expect(reading.kind === 'bad' ? reading.faults.map(({ sentence }) => sentence) : []).toEqual(sentences)
})

test('faults of the host find their rows', () => {
  expect(['changes.handlerId', 'villageId', 'nowhere'].map(issueRowOf)).toEqual(['issue-handler', 'issue-village', ''])
})
