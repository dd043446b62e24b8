export const tableKinds = ['headBands', 'peerBands', 'serviceKinds', 'groupRoles', 'groupGrades', 'honourLevels', 'bonusFactors'] as const
export type TableKind = (typeof tableKinds)[number]

export const listKinds = ['late', 'tiers', 'rejected'] as const
export type ListKind = (typeof listKinds)[number]
