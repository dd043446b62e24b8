import { randomBytes } from 'node:crypto'

/**
 * Who may use the loopback address: a one-time ticket, made for one window, is exchanged for a cookie. Another program or
 * user of this machine knows neither.
 */
export interface Tickets {
  /** A ticket for one window. */
  readonly issue: () => string
  /** The cookie value for a ticket, once; null for an unknown or used one. */
  readonly exchange: (ticket: string) => string | null
  readonly isCookie: (value: string) => boolean
}

export function createTickets(): Tickets {
  const tickets = new Set<string>()
  const cookies = new Set<string>()
  const secret = () => randomBytes(32).toString('base64url')
  return {
    issue() {
      const ticket = secret()
      tickets.add(ticket)
      return ticket
    },
    exchange(ticket) {
      if (!tickets.delete(ticket)) return null
      const cookie = secret()
      cookies.add(cookie)
      return cookie
    },
    isCookie: (value) => cookies.has(value),
  }
}
