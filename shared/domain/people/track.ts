import { halfWidth } from '../cells/clean-text.ts'
import type { Track } from './codes.ts'

const own = '(?:中共)?(?:[\\p{Script=Han}]{0,8}(?:乡|镇|街道))?'

/** Offices of a 党政正职. A deputy (副…), an assistant (…助理), a village or a branch (支部) is none. */
const principals = ['(?:党委|党工委)?书记', '(?:人民政府)?(?:乡镇长|镇长|乡长)', '(?:街道)?办事处主任', '党政正职']

/** Offices of the 班子. */
const leaders = [
  '(?:党委|党工委)?副书记',
  '(?:党委|党工委)(?:委员)?',
  '(?:党委|党工委)?(?:组织|宣传|统战|政法|组宣|宣统|组织宣传|宣传统战|组织统战|纪检)委员',
  '(?:人民政府)?副(?:乡镇长|镇长|乡长)',
  '(?:街道)?办事处副主任',
  '人大(?:主席团|工委|街道工委)?副?(?:主席|主任)',
  '政协[\\p{Script=Han}]{0,6}(?:主任|组长|主席)',
  '(?:党委|党工委)?纪(?:检监察工)?工?委副?书记',
  '监察办(?:公室)?主任',
  '(?:人民武装|人武|武装)部?部长',
  '专职(?:武装)?部长',
  '(?:领导|党政)?班子(?:成员)?',
]

const principal = new RegExp(`^${own}(?:${principals.join('|')})$`, 'u')
const leader = new RegExp(`^${own}(?:${leaders.join('|')})$`, 'u')

/** An office no longer held. */
const former = /^(?:原|前|曾任)|退居|离任/u

/** `党委副书记、镇长` and `党委副书记镇长` are two offices each. */
function offices(duty: string): readonly string[] {
  return halfWidth(duty)
    .replace(/\(.*?\)/gu, ' ')
    .replace(/(?<=副书记|委员|主席)(?=[^员会团助\s])/gu, ' ')
    .split(/[\s、,;/\\+&]|兼任?/u)
    .map((office) => office.replace(/^(?:现任|任)/u, ''))
    .filter((office) => office !== '' && !former.test(office))
}

/** 考核类别 that 职务 implies: 党政正职 are excluded, 班子 are leaders, everyone else 一般干部. Other tracks are set by hand. */
export function trackOfDuty(duty: string): Track {
  const held = offices(duty)
  if (held.some((office) => principal.test(office))) return 'excluded'
  return held.some((office) => leader.test(office)) ? 'leader' : 'staff'
}
