import { describe, expect, test } from 'vitest'
import { chineseText, compact, halfWidth, tidyText } from '../cells/clean-text.ts'
import { identities } from './codes.ts'
import { readIdentity, readPolitical, readSex } from './identity.ts'
import { isNameCorrection, normalizeName } from './person-name.ts'
import { trackOfDuty } from './track.ts'
import { identityLabels, identityWords } from './vocabulary.ts'

describe('text', () => {
  test('hidden characters go, white space becomes one space', () => {
    expect(tidyText('\ufeff 大\u200b服务\u3000\n模块\u00a0')).toBe('大服务 模块')
    expect(halfWidth('１９８３．０８（Ａ）')).toBe('1983.08(A)')
    expect(compact(' 大 党\t建 ')).toBe('大党建')
    expect(chineseText('县 市场　监管局 Win 10')).toBe('县市场监管局 Win 10')
  })

  test('clean text is left alone', () => {
    expect([tidyText('大党建'), halfWidth('330825X'), chineseText('一般岗')]).toEqual(['大党建', '330825X', '一般岗'])
  })
})

test.each([
  ['张  三', '张三'],
  ['周\u3000芳', '周芳'],
  ['孙飞\u3000', '孙飞'],
  ['张\u200b三\u00a0', '张三'],
  ['王\n芳', '王芳'],
  ['王芳（女）', '王芳'],
  ['李明(大)', '李明(大)'],
  ['张三*', '张三'],
  ['▲李四', '李四'],
  ['王五①', '王五'],
  ['赵六（挂职） *', '赵六'],
  ['钱七【借调县纪委】', '钱七'],
  ['孙八（牵头）', '孙八'],
  ['李明（大服务）', '李明(大服务)'],
  ['买买提•艾力', '买买提·艾力'],
  ['买买提 . 艾力', '买买提·艾力'],
  ['John  Smith', 'John Smith'],
  ['  ', ''],
])('name %j is %j', (text, name) => {
  expect(normalizeName(text)).toBe(name)
})

test.each([
  ['张纬', '张伟', true],
  ['王小明', '王明', true],
  ['吴伟', '魏国丽', false],
  ['单国', '查云', false],
  ['李明', '李明', true],
])('%s → %s may be a correction: %s', (before, after, expected) => {
  expect(isNameCorrection(before, after)).toBe(expected)
})

describe('identity', () => {
  test.each([
    ['公务员', 'civil'],
    ['行政编制', 'civil'],
    ['参公', 'ref_civil'],
    ['参照公务员法管理人员', 'ref_civil'],
    ['事业编', 'institution'],
    ['事业（全额）', 'institution'],
    ['派驻干部', 'dispatched'],
    ['派 驻', 'dispatched'],
    ['抽调/挂职', 'seconded_in'],
    ['挂职干部', 'seconded_in'],
    ['编外人员', 'contract'],
    ['劳务派遣', 'contract'],
    ['三支一扶', 'support'],
    ['大学生村官', 'support'],
    ['临时', null],
    ['临时人员', null],
    ['干部', null],
    ['非公务员', null],
  ])('%s is %s', (text, expected) => {
    expect(readIdentity(text)).toBe(expected)
  })

  test('every label and word reads as its own identity, and as no other', () => {
    for (const identity of identities) for (const word of [identityLabels[identity], ...identityWords[identity]]) expect([word, readIdentity(word)]).toEqual([word, identity])
  })
})

test('political status and sex by their usual names', () => {
  expect(['党员', '中共党员(预备)', '预备党员', '团员', '群 众', '民革党员'].map(readPolitical)).toEqual(['中共党员', '中共党员(预备)', '中共预备党员', '共青团员', '群众', '民革党员'])
  expect(['男', ' 女 ', '男性', 'f', '未知'].map(readSex)).toEqual(['male', 'female', 'male', 'female', null])
})

test.each([
  ['党委书记', 'excluded'],
  ['清溪镇党委书记', 'excluded'],
  ['党委副书记、镇长', 'excluded'],
  ['党委副书记 乡长', 'excluded'],
  ['党委副书记镇长', 'excluded'],
  ['街道党工委书记', 'excluded'],
  ['办事处主任', 'excluded'],
  ['党委书记、人大主席', 'excluded'],
  ['党委副书记', 'leader'],
  ['党委委员、副镇长', 'leader'],
  ['副乡长', 'leader'],
  ['清溪镇人民政府副镇长', 'leader'],
  ['人大主席', 'leader'],
  ['人大副主席', 'leader'],
  ['党委委员、纪委书记', 'leader'],
  ['纪委书记、监察办主任', 'leader'],
  ['组织委员', 'leader'],
  ['党委委员、人武部长', 'leader'],
  ['政法委员', 'leader'],
  ['镇长助理', 'staff'],
  ['团委书记', 'staff'],
  ['村党支部书记', 'staff'],
  ['大溪村党委书记', 'staff'],
  ['党政办主任', 'staff'],
  ['原副镇长', 'staff'],
  ['四级主任科员', 'staff'],
  ['九级职员', 'staff'],
  ['妇联主席', 'staff'],
])('%s is %s', (duty, track) => {
  expect(trackOfDuty(duty)).toBe(track)
})
