import { z } from 'zod'
import { holidayFaults, type HolidayYear } from '../../../../shared/domain/township/calendar/holiday-year.ts'
import { holidayFaultText } from '../../../../shared/domain/township/calendar/vocabulary.ts'
import { calendarWords } from './vocabulary.ts'

const text = z.string().trim().min(1).max(100)

/** An arrangement as a file writes it; `work` may be left out. */
const arrangement = z.strictObject({
  year: z.int().min(2000).max(2099),
  source: text,
  holidays: z.array(z.strictObject({ name: text, from: z.string(), to: z.string(), work: z.array(z.string()).default([]) })).max(100),
})

export type ReadArrangement = { readonly kind: 'good'; readonly year: HolidayYear } | { readonly kind: 'bad'; readonly reason: string }

/** Reads an arrangement out of the text of a file; the first thing that is wrong as a sentence without its full stop. */
export function readArrangement(content: string): ReadArrangement {
  const parsed = arrangement.safeParse(asJson(content))
  if (!parsed.success) return { kind: 'bad', reason: calendarWords.notArrangement }
  const [fault] = holidayFaults(parsed.data)
  return fault === undefined ? { kind: 'good', year: parsed.data } : { kind: 'bad', reason: holidayFaultText(fault, parsed.data.year, parsed.data.holidays) }
}

function asJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
