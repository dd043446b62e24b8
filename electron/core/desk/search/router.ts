import { guarded } from '../../app/guard.ts'
import { find } from './find.ts'

export const searchRouter = {
  find: guarded.search.find.handler(({ input, context: { guard } }) => find(guard, input.text, input.limit)),
}
