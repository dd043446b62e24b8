import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sheetCount } from '../../../shared/domain/plans/scorer-rules.ts'
import { moduleOffice, scoreEntry } from '../../db/schema/index.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { requirePeriod } from '../plans/periods.ts'
import { smallTown } from './small-town.testing.ts'

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not there')
  return value
}

describe('score sheets', () => {
  let town: TestTownship
  let periodId: string
  beforeEach(async () => {
    town = await testTownship(smallTown())
    town.as('S0', 'principal')
    periodId = requirePeriod(town.app.read(), '2026Q1').id
    await inspector().periods.advance({ id: periodId, to: 'scoring', version: 1 })
    await town.as(null, 'inspector').scores.open({ periodId })
  })
  afterEach(() => town.dispose())

  function change(write: Parameters<TestTownship['app']['mutate']>[0]['write']) {
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  }

  const sheetsOf = (client: ReturnType<TestTownship['asConsole']>) => client.scores.sheets({ periodId })
  const inspector = () => town.as(null, 'inspector')
  const entry = (code: string, band: string | null, score: string | null = null) => ({ staffId: town.staffId(code), band, score, note: null })
  /** Entries as they stand: with the versions they have now. */
  const on = (sheetId: string, entries: readonly ReturnType<typeof entry>[]) => ({
    sheetId,
    entries: entries.map((given) => ({ ...given, version: town.app.read().select().from(scoreEntry).where(and(eq(scoreEntry.sheetId, sheetId), eq(scoreEntry.staffId, given.staffId))).get()?.version ?? 1 })),
  })
  const stored = () => town.app.read().select().from(scoreEntry).all().filter(({ band, score }) => band !== null || score !== null).length

  test('a sheet brings what a grid needs: people, scale, rules, whose it is', async () => {
    const own = await sheetsOf(town.as('H1', 'head'))
    expect(own).toHaveLength(1)
    const sheet = required(own[0])
    expect(sheet).toMatchObject({
      kind: 'head', moduleName: '大党建', scorer: '钱一', isOwn: true, state: 'draft', sentBack: null,
      scale: { max: '10', bands: [{ band: 'A', points: '10' }, { band: 'B', points: '8' }, { band: 'C', points: '6' }] },
      rules: { bestShare: '0.3', lowestFrom: 4, spread: null, sameShare: null },
    })
    expect(sheet.entries.map(({ staffName, moduleName, postName, scale }) => [staffName, moduleName, postName, scale])).toEqual(['A1', 'A2', 'A3', 'A4'].map((code) => [`党建${code}`, '大党建', '业务岗', null]))
    expect((await sheetsOf(inspector())).map(({ kind, scorer, moduleName, isOwn, entries }) => [kind, scorer, moduleName, isOwn, entries.length])).toEqual([
      ['head', '钱一', '大党建', false, 4],
      ['head', '李记', '大党建', false, 2],
      ['leader', '周正', '大党建', false, 4],
      ['leader', '李记', '大党建', false, 2],
      ['head', '孙二', '大服务', false, 2],
      ['head', '李记', '大服务', false, 1],
      ['leader', '周正', '大服务', false, 2],
      ['leader', '李记', '大服务', false, 1],
    ])
    expect((await sheetsOf(town.as('L1', 'leader'))).map(({ kind, rules, scale }) => [kind, rules, scale])).toEqual([['leader', null, { max: '5', bands: [] }], ['leader', null, { max: '5', bands: [] }]])
    expect(await sheetsOf(town.as('A1', 'clerk'))).toEqual([])
  })

  test('a paste is taken whole, or not at all and each cell says why', async () => {
    const client = town.as('H1', 'head')
    const { id: sheetId } = required((await sheetsOf(client))[0])
    const paste = (...entries: ReturnType<typeof entry>[]) => client.scores.enterManyHead(on(sheetId, entries))
    const bad = await paste(entry('A1', 'A'), entry('A2', 'Z'), entry('A3', null, '11'), entry('A4', 'B', '8'), entry('B1', 'B'), entry('A1', 'C'))
    expect(bad.applied).toBe(0)
    expect(bad.refused.map(({ index, field, code }) => [index, field, code])).toEqual([[1, 'band', 'invalid_input'], [2, 'score', 'score_out_of_range'], [3, 'score', 'band_or_score'], [4, 'staff', 'not_found'], [5, 'staff', 'invalid_input']])
    expect(bad.refused.every(({ message }) => /。$/.test(message))).toBe(true)
    expect(stored()).toBe(0)
    expect(await paste(entry('A1', 'A'), entry('A2', 'B'), entry('A3', null, '8.5'), entry('A4', 'C'))).toMatchObject({ applied: 4, refused: [] })
    expect(required((await sheetsOf(client))[0]).entries.map(({ band, score }) => band ?? score)).toEqual(['A', 'B', '8.50', 'C'])
    expect(await paste(entry('A3', null))).toMatchObject({ applied: 1, refused: [] })
    expect(stored()).toBe(3)
  })

  test('two at one sheet: what the other has not seen is not written over, and not submitted', async () => {
    const [own, proxy] = [town.as('H1', 'head'), inspector()]
    const { id: sheetId, version, entries } = required((await sheetsOf(own))[0])
    const seen = (code: string, band: string) => ({ ...entry(code, band), version: required(entries.find(({ staffId }) => staffId === town.staffId(code))).version })
    const bands = async () => required((await sheetsOf(own))[0]).entries.map(({ band }) => band)
    expect(await proxy.scores.enterByProxy({ sheetId, ...seen('A1', 'C') })).toEqual({ sheetVersion: version + 1 })
    expect(await codeOf(own.scores.enterHead({ sheetId, ...seen('A1', 'A') }))).toBe('changed_meanwhile')
    const pasted = await own.scores.enterManyHead({ sheetId, entries: [seen('A2', 'B'), seen('A1', 'A')] })
    expect([pasted.applied, pasted.sheetVersion, pasted.refused.map(({ index, code, message }) => [index, code, /。$/.test(message)])]).toEqual([0, version + 1, [[1, 'changed_meanwhile', true]]])
    expect(await bands()).toEqual(['C', null, null, null])
    expect((await own.scores.enterManyHead({ sheetId, entries: [seen('A2', 'A'), seen('A3', 'B'), seen('A4', 'B')] })).sheetVersion).toBe(version + 2)
    expect([await codeOf(own.scores.enterHead({ sheetId, ...seen('A1', 'B'), version: 2 })), await codeOf(proxy.scores.submitByProxy({ sheetId, version: version + 2 }))]).toEqual(['done', 'changed_meanwhile'])
    expect(await bands()).toEqual(['B', 'A', 'B', 'B'])
  })

  test('another’s sheet, one’s own score and the wrong way in are refused, and nothing is written', async () => {
    const [party] = await sheetsOf(town.as('H1', 'head'))
    const [leader] = await sheetsOf(town.as('L1', 'leader'))
    const sheetId = required(party).id
    const principalSheet = required((await sheetsOf(inspector())).find(({ kind, scorer }) => kind === 'head' && scorer === '李记'))
    expect({
      otherHead: await codeOf(town.as('H2', 'head').scores.enterManyHead(on(sheetId, [entry('A1', 'A')]))),
      otherKind: await codeOf(town.as('H1', 'head').scores.enterManyHead(on(required(leader).id, [entry('A1', null, '5')]))),
      byProxyWithoutRight: await codeOf(town.as('H1', 'head').scores.enterManyByProxy(on(sheetId, [entry('A1', 'A')]))),
      aboutSelf: await codeOf(town.as('L1', 'inspector').scores.enterManyByProxy(on(principalSheet.id, [entry('L1', 'A')]))),
      nothing: await codeOf(town.as('H1', 'head').scores.enterManyHead(on(sheetId, []))),
    }).toEqual({ otherHead: 'out_of_scope', otherKind: 'not_found', byProxyWithoutRight: 'forbidden', aboutSelf: 'about_self', nothing: 'invalid_input' })
    expect(stored()).toBe(0)
    expect(await inspector().scores.enterManyByProxy(on(sheetId, [entry('A1', 'A')]))).toMatchObject({ applied: 1, refused: [] })
    expect(required((await sheetsOf(town.as('H1', 'head')))[0]).proxyBy).toMatch(/^test-/)
  })

  test('the submit checks what the live count shows; the inspector opens it again and says why', async () => {
    const client = town.as('H1', 'head')
    const before = required((await sheetsOf(client))[0])
    const { id: sheetId } = before
    const enter = (...bands: readonly string[]) => client.scores.enterManyHead(on(sheetId, bands.map((band, index) => entry(`A${index + 1}`, band))))
    expect(await codeOf(client.scores.submitHead({ sheetId, version: before.version }))).toBe('sheet_incomplete')
    await enter('A', 'A', 'B', 'B')
    const filled = required((await sheetsOf(client))[0])
    expect(sheetCount(filled.entries, filled.scale, filled.rules).faults.map(({ kind }) => kind)).toEqual(['tooManyBest', 'lowestMissing'])
    await expect(client.scores.submitHead({ sheetId, version: filled.version })).rejects.toMatchObject({ code: 'band_limits', data: { issues: [{ code: 'tooManyBest' }, { code: 'lowestMissing' }] } })
    await enter('A', 'B', 'B', 'C')
    expect(await codeOf(client.scores.submitHead({ sheetId, version: filled.version }))).toBe('changed_meanwhile')
    const { version } = await client.scores.submitHead({ sheetId, version: filled.version + 1 })
    expect(await codeOf(enter('B', 'B', 'B', 'C'))).toBe('sheet_locked')
    expect(await codeOf(client.scores.sendBack({ sheetId, reason: '我要改', version }))).toBe('forbidden')
    expect(await codeOf(inspector().scores.sendBack({ sheetId, reason: ' ', version }))).toBe('reason_required')
    await inspector().scores.sendBack({ sheetId, reason: '与民主测评差距过大', version })
    const again = required((await sheetsOf(client))[0])
    expect([again.state, again.sentBack?.reason]).toEqual(['draft', '与民主测评差距过大'])
    expect([await codeOf(inspector().scores.sendBack({ sheetId, reason: '再退', version: again.version })), (await enter('B', 'B', 'B', 'C')).applied]).toEqual(['not_in_state', 4])
  })

  test('a sheet that rates the inspector himself tells him nothing of it and is another’s to enter, send back and delegate', async () => {
    const rated = town.as('A1', 'inspector')
    const head = town.as('H1', 'head')
    const { id: sheetId } = required((await sheetsOf(head))[0])
    await head.scores.enterManyHead(on(sheetId, [entry('A1', 'C'), entry('A2', 'A'), entry('A3', 'B'), entry('A4', 'B')]))
    const seen = required((await sheetsOf(rated)).find(({ id }) => id === sheetId))
    expect([seen.ratesCaller, seen.delegation.kind, seen.entries.map(({ band, isHidden }) => [band, isHidden])]).toEqual([true, 'none', [[null, true], ['A', false], ['B', false], ['B', false]]])
    const { version } = seen
    const leaderSheet = required((await sheetsOf(rated)).find(({ kind, moduleName, scorer }) => kind === 'leader' && moduleName === '大党建' && scorer === '周正'))
    expect({
      submit: await codeOf(rated.scores.submitByProxy({ sheetId, version })),
      delegate: await codeOf(rated.scores.delegateByProxy({ sheetId: leaderSheet.id, reason: '出差', version: leaderSheet.version })),
      scan: await codeOf(rated.attachments.list({ owner: { kind: 'score_sheet', id: sheetId } })),
    }).toEqual({ submit: 'about_self', delegate: 'about_self', scan: 'about_self' })
    const submitted = await head.scores.submitHead({ sheetId, version })
    expect(await codeOf(rated.scores.sendBack({ sheetId, reason: '偏低', version: submitted.version }))).toBe('about_self')
    const principal = town.as('S0', 'principal')
    expect(required((await sheetsOf(principal)).find(({ id }) => id === sheetId)).entries[0]).toMatchObject({ band: 'C', isHidden: false })
    expect(await codeOf(principal.scores.sendBack({ sheetId, reason: '请再斟酌', version: submitted.version }))).toBe('done')
    expect(await codeOf(principal.attachments.list({ owner: { kind: 'score_sheet', id: sheetId } }))).toBe('done')
  })

  test('who is late: sheets not handed in, and voters', async () => {
    const client = town.as('H2', 'head')
    const { id: sheetId } = required((await sheetsOf(client))[0])
    await client.scores.enterManyHead(on(sheetId, [entry('B1', 'B')]))
    const late = await inspector().scores.late({ periodId })
    expect(late.sheets.find((sheet) => sheet.sheetId === sheetId)).toMatchObject({ scorer: '孙二', moduleName: '大服务', people: 2, unscored: 1 })
    expect([late.sheets.length, late.voters, late.notVoted.length]).toEqual([8, 8, 8])
    await client.scores.enterManyHead(on(sheetId, [entry('B2', 'B')]))
    await client.scores.submitHead({ sheetId, version: required((await sheetsOf(client))[0]).version })
    await town.as('B1', 'clerk').scores.castBallot({ periodId, votes: [{ staffId: town.staffId('H2'), band: 'A' }] })
    const after = await inspector().scores.late({ periodId })
    expect([after.sheets.length, after.notVoted.map(({ staffName }) => staffName).includes('服务B1'), after.notVoted.length]).toEqual([7, false, 7])
    expect(await codeOf(client.scores.late({ periodId }))).toBe('forbidden')
  })

  test('a new head takes over the open sheet of his predecessor, a newcomer is put on it, and nobody stands on two', async () => {
    const client = town.as('H1', 'head')
    const { id: sheetId } = required((await sheetsOf(client))[0])
    await client.scores.enterManyHead(on(sheetId, [entry('A2', 'B')]))
    change((tx) => tx.update(moduleOffice).set({ staffId: town.staffId('A1') }).where(eq(moduleOffice.staffId, town.staffId('H1'))).run())
    await inspector().scores.open({ periodId })
    const heads = (await sheetsOf(inspector())).filter(({ kind, moduleName }) => kind === 'head' && moduleName === '大党建')
    expect(heads.map(({ id, scorer, entries }) => [id === sheetId, scorer, entries.map(({ staffName, band }) => [staffName, band])])).toEqual([
      [true, '党建A1', [['党建A2', 'B'], ['党建A3', null], ['党建A4', null]]],
      [false, '李记', [['周正', null], ['钱一', null], ['党建A1', null]]],
    ])
    expect(await codeOf(client.scores.enterManyHead(on(sheetId, [entry('A3', 'B')])))).toBe('out_of_scope')
  })
})
