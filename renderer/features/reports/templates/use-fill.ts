import { useApi } from '../../../api/api.ts'
import { useReceiving, type Exporting } from '../../papers/use-export.ts'

export interface Filling extends Pick<Exporting, 'running' | 'cancel'> {
  readonly fill: (id: string, period: string | null, name: string) => Promise<void>
}

/** Fills a template and lets the user save it. Cancelled, or left with its page, it leaves no file and no record. */
export function useFill(): Filling {
  const { client } = useApi()
  const { running, cancel, receive } = useReceiving()
  return { running, cancel, fill: (id, period, name) => receive((signal) => client.templates.fill({ id, period }, { signal }), name) }
}
