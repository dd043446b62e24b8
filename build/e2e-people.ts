import { asc } from 'drizzle-orm'
import type { App } from '../electron/core/app/app.ts'
import { nextSeq } from '../electron/core/app/rows.ts'
import { assignment, moduleTable, post, staff } from '../electron/db/schema/index.ts'
import { nameKeyOf } from '../shared/domain/pinyin/search-key.ts'

/** People by the hundred in the first module, for what has to hold with a long roster. */
export function addManyPeople(app: App, count: number): void {
  const [module] = app.read().select({ id: moduleTable.id }).from(moduleTable).orderBy(asc(moduleTable.seq)).all()
  const [place] = app.read().select({ id: post.id }).from(post).orderBy(asc(post.seq)).all()
  if (module === undefined || place === undefined) throw new Error('the township has no module or no post')
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: ['staff'],
    write(tx) {
      for (let number = 1; number <= count; number += 1) {
        const id = app.environment.newId()
        const name = `试${'甲乙丙丁戊己庚辛壬癸'[Math.floor(number / 100)] ?? ''}${'一二三四五六七八九十'[Math.floor(number / 10) % 10] ?? ''}${'一二三四五六七八九十'[number % 10] ?? ''}`
        tx.insert(staff)
          .values({ id, seq: nextSeq(tx, staff), code: `X${String(number).padStart(4, '0')}`, name, searchKey: nameKeyOf(name), sex: 'male', birthMonth: '1980-01', political: '群众', identity: 'institution', rankTitle: '科员', phone: '13900000000', track: 'staff', status: 'active', joinedOn: '2020-01-01' })
          .run()
        tx.insert(assignment).values({ id: app.environment.newId(), seq: nextSeq(tx, assignment), staffId: id, moduleId: module.id, postId: place.id, from: '2020-01-01', to: null }).run()
      }
    },
    audit: () => ({ subject: null, detail: { staff: count } }),
  })
}
