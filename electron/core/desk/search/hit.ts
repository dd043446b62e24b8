/** What a search finds, as the window lists it. */
export interface Hit {
  readonly kind: 'person' | 'task' | 'village' | 'register' | 'issue' | 'group'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly moduleId: string | null
  /** Of a register's row: the code of its register. */
  readonly register: string | null
}
