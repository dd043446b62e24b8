import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { TownshipClient } from '../../../api/connection.ts'

/** One of the township's own forms as the list gives it. */
export type LayoutRow = Awaited<ReturnType<TownshipClient['layouts']['list']>>[number]

/** What can be opened: an own form, or the shipped one of a book. */
export type OpenLayout = { readonly kind: 'own'; readonly row: LayoutRow } | { readonly kind: 'shipped'; readonly book: LayoutBook }
