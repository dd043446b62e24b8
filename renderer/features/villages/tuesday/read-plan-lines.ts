import { compact, tidyText } from '../../../../shared/domain/cells/clean-text.ts'
import { normalizeName } from '../../../../shared/domain/people/person-name.ts'
import type { TuesdayTheme } from '../../../../shared/domain/villages/villages/codes.ts'
import { readTheme, readVillage, tuesdayContentLimit, type KnownVillage } from '../../../../shared/domain/villages/tuesday/tuesday-cell.ts'
import { addWords } from './vocabulary.ts'

export interface PlanRow {
  readonly staffId: string
  readonly villageId: string
  readonly theme: TuesdayTheme
  readonly content: string | null
}

export interface KnownPeople {
  readonly people: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly villages: readonly KnownVillage[]
  /** For lines that name none. */
  readonly theme: TuesdayTheme
}

/** The lines that were understood, and a sentence for each that was not. */
export interface ReadLines {
  readonly rows: readonly PlanRow[]
  readonly faults: readonly string[]
}

/**
 * Lines as they are pasted from a table or typed: name, village, theme, content; cells parted by tabs, or by blanks where there is
 * no tab. Blank lines count for nothing.
 */
export function readPlanLines(text: string, known: KnownPeople): ReadLines {
  const rows: PlanRow[] = []
  const faults: string[] = []
  text.split(/\r\n?|\n/u).forEach((line, index) => {
    if (tidyText(line) === '') return
    const read = readLine(line, known, rows)
    if (typeof read === 'string') faults.push(addWords.line(index + 1, read))
    else rows.push(read)
  })
  return { rows, faults }
}

/** A line, or what is wrong with it. */
function readLine(line: string, known: KnownPeople, before: readonly PlanRow[]): PlanRow | string {
  const [name = '', villageName = '', ...rest] = cellsOf(line)
  const person = personCalled(name, known.people)
  if (typeof person === 'string') return person
  if (villageName === '') return addWords.villageMissing
  const village = readVillage(villageName, known.villages)
  if (village.kind === 'bad') return addWords.noVillage(villageName)
  const [themeName = '', ...words] = rest
  const theme = themeName === '' ? known.theme : themeOf(themeName)
  if (theme === null) return addWords.badTheme(themeName)
  const content = words.join(' ')
  if (content.length > tuesdayContentLimit) return addWords.contentTooLong
  if (before.some((row) => row.staffId === person.id && row.villageId === village.value)) return addWords.twice(person.name, villageName)
  return { staffId: person.id, villageId: village.value, theme, content: content === '' ? null : content }
}

function cellsOf(line: string): readonly string[] {
  return (line.includes('\t') ? line.split('\t') : tidyText(line).split(/[\s　]+/u)).map(tidyText)
}

function themeOf(text: string): TuesdayTheme | null {
  const read = readTheme(text)
  return read.kind === 'good' ? read.value : null
}

/** Somebody by his name, a namesake with his code behind it: `张三（S0007）`. */
function personCalled(text: string, people: KnownPeople['people']): KnownPeople['people'][number] | string {
  const [, plain = text, code = ''] = /^(.+?)[(（](.+?)[)）]$/u.exec(text) ?? []
  const namesakes = people.filter((person) => normalizeName(person.name) === normalizeName(plain) && (code === '' || compact(person.code) === compact(code)))
  const [first, second] = namesakes
  if (first === undefined) return addWords.noPerson(text)
  return second === undefined ? first : addWords.twoPeople(plain)
}
