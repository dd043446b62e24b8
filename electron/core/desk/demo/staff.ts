import type { Sex } from '../../../../shared/domain/people/codes.ts'
import { diceOf, type Dice } from './dice.ts'
import { drawIdNumber, drawMobile } from './identity-card.ts'
import { drawName } from './names.ts'
import type { DemoPerson, Place } from './person.ts'
import { standOut } from './standouts.ts'
import type { DemoTables } from './tables.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function drawSex(dice: Dice, place: Place): Sex {
  if (place.track === 'dispatched_head' || place.module === 'enforce' || place.post === 'stability') return dice.chance(0.84) ? 'male' : 'female'
  if (place.alsoLeadB === 'enforce') return 'male'
  if (place.track === 'excluded' || place.track === 'leader') return dice.chance(0.7) ? 'male' : 'female'
  if (place.module === 'service' || place.module === 'party') return dice.chance(0.42) ? 'male' : 'female'
  return dice.chance(0.58) ? 'male' : 'female'
}

function drawPolitical(dice: Dice, place: Place, birthYear: number, tables: DemoTables): string {
  const { office, others } = tables.names.political
  if (place.track === 'excluded' || place.track === 'leader' || place.track === 'mid') return office
  return dice.weighted(others.filter(({ bornFrom }) => bornFrom === null || birthYear >= bornFrom), ({ weight }) => weight).name
}

/** 参加工作 `YYYY-MM` and the day of joining the township, which is never earlier. */
function drawCareer(dice: Dice, place: Place, birthYear: number, year: number): { readonly workStart: string; readonly joinedOn: string } {
  if (place.track === 'probation') return { workStart: `${String(year - 1)}-08`, joinedOn: `${String(year - 1)}-08-18` }
  const begun = Math.min(birthYear + dice.between(place.identity === 'contract' ? 20 : 22, 25), year - 2)
  const joined = dice.between(Math.max(begun, Math.min(begun + 18, year - 9)), year - 2)
  return { workStart: `${String(begun)}-${twoDigits(dice.between(7, 9))}`, joinedOn: `${String(joined)}-${twoDigits(dice.between(10, 12))}-${twoDigits(dice.between(1, 28))}` }
}

function drawDiligence(dice: Dice, place: Place): number {
  const bonus = place.track === 'leader' || place.track === 'mid' || place.track === 'dispatched_head' ? 0.08 : 0
  return Math.min(1, Math.max(0.3, 0.3 + 0.8 * dice.bell() + bonus))
}

function drawPerson(dice: Dice, place: Place, index: number, code: string, surname: string | null, taken: Set<string>, tables: DemoTables): DemoPerson {
  const { year } = tables.township
  const sex = drawSex(dice, place)
  const birthYear = year - 1 - dice.between(...place.ages)
  const birthMonth = `${String(birthYear)}-${twoDigits(dice.between(1, 12))}`
  const idNo = drawIdNumber(dice, tables.staff.areaCode, `${birthMonth}-${twoDigits(dice.between(1, 28))}`, sex, taken)
  const name = drawName(dice, surname, sex, birthYear, taken, tables.names)
  taken.add(idNo).add(name)
  return {
    place,
    diligence: drawDiligence(dice, place),
    staff: {
      code,
      name,
      sex,
      idNo,
      birthMonth,
      political: drawPolitical(dice, place, birthYear, tables),
      identity: place.identity,
      sendingUnit: place.sendingUnit ?? null,
      rankTitle: place.rankTitles[Math.min(index, place.rankTitles.length - 1)] ?? null,
      phone: drawMobile(dice, tables.names.mobilePrefixes),
      track: place.track,
      status: place.track === 'probation' ? 'probation' : 'active',
      pool: null,
      ...drawCareer(dice, place, birthYear, year),
      remark: place.track === 'probation' ? tables.staff.remarks.probation : null,
      priorRejections: 0,
    },
  }
}

/** Everybody of the township in the order of the places; about one in twelve has a surname of several readings. */
export function makeStaff(seed: number, tables: DemoTables): readonly DemoPerson[] {
  const dice = diceOf(seed, 'staff')
  const slots = tables.staff.places.flatMap((place) => Array.from({ length: place.count }, (_, index) => ({ place, index })))
  const positions = dice.shuffled(slots.map((_, position) => position)).slice(0, tables.names.severalReadings.length)
  const surnames = new Map(positions.map((position, index) => [position, tables.names.severalReadings[index] ?? null]))
  const taken = new Set<string>()
  const people = slots.map(({ place, index }, position) =>
    drawPerson(dice, place, index, `QX${String(position + 1).padStart(3, '0')}`, surnames.get(position) ?? null, taken, tables),
  )
  return standOut(diceOf(seed, 'standouts'), people, tables)
}
