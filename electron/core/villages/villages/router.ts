import { guarded } from '../../app/guard.ts'
import { listRanks, setRank, setRanks } from './ranks.ts'
import { addMember, endMember, listTeams, removeMember } from './teams.ts'
import { addVillage, editVillage, listVillages, removeVillage } from './villages.ts'

export const villagesRouter = {
  list: guarded.villages.list.handler(({ input, context: { guard } }) => listVillages(guard.read, input.on)),
  teams: guarded.villages.teams.handler(({ input, context: { guard } }) => listTeams(guard.read, input)),
  add: guarded.villages.add.handler(({ input, context: { app, guard } }) => addVillage(app, guard, input)),
  edit: guarded.villages.edit.handler(({ input, context: { guard } }) => editVillage(guard, input)),
  remove: guarded.villages.remove.handler(({ input, context: { guard } }) => removeVillage(guard, input)),
  addMember: guarded.villages.addMember.handler(({ input, context: { app, guard } }) => addMember(app, guard, input)),
  endMember: guarded.villages.endMember.handler(({ input, context: { guard } }) => endMember(guard, input)),
  removeMember: guarded.villages.removeMember.handler(({ input, context: { guard } }) => removeMember(guard, input)),
  ranks: guarded.villages.ranks.handler(({ input, context: { guard } }) => listRanks(guard.read, input.periodId)),
  setRanks: guarded.villages.setRanks.handler(({ input, context: { guard } }) => setRanks(guard, input)),
  setRank: guarded.villages.setRank.handler(({ input, context: { guard } }) => setRank(guard, input)),
}
