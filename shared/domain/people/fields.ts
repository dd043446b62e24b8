/** The columns of a person that may be typed over; module and post move by 任职, 身份证号 has a procedure of its own. */
export const personFields = [
  'name', 'sex', 'birthMonth', 'political', 'identity', 'sendingUnit', 'rankTitle', 'phone', 'track', 'status', 'pool', 'workStart', 'remark',
] as const
export type PersonField = (typeof personFields)[number]
