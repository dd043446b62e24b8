import { nameKeyOf } from '../pinyin/search-key.ts'

/** Where a name has no letters at all. */
const nameless = 'user'

/**
 * A login name for a person: the syllables of the name without tones (张三 → `zhangsan`, 单国强 → `shanguoqiang`), with a number
 * behind it where it is taken. Letter case makes no difference between names.
 */
export function loginNameFor(name: string, isTaken: (loginName: string) => boolean): string {
  const [spelling = ''] = nameKeyOf(name).split(',')
  const plain = spelling.replaceAll(' ', '') || nameless
  for (let place = 1; ; place += 1) {
    const candidate = place === 1 ? plain : `${plain}${place}`
    if (!isTaken(candidate)) return candidate
  }
}
