import type { BundleStaff } from '../bundle/bundle.ts'
import type { StaffTable } from './tables.ts'

export type Place = StaffTable['places'][number]

/** A person of the demo: the bundle's row, the place it fills, and how good the person is at the work, which every score follows. */
export interface DemoPerson {
  readonly staff: BundleStaff
  readonly place: Place
  /** 0.04 (poor) to 1 (outstanding). */
  readonly diligence: number
}

/** Neither an office nor a track of its own: may be moved, share a name, stand in the special pool. */
export function isOrdinary({ place }: DemoPerson): boolean {
  return place.office === null && (place.track === 'staff' || place.track === 'contract' || place.track === 'dispatched')
}
