import type { TownshipClient } from '../../../api/connection.ts'

export type Group = Awaited<ReturnType<TownshipClient['groups']['get']>>
export type GroupMeeting = Group['meetings'][number]
