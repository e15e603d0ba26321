import { createHash } from 'node:crypto'

const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The id that the server knows an event by: the event's own where it is a UUID as the server writes them, else one
 * derived from it, since the server takes no others. Two events have one such id if, and only if, they have one id.
 */
export const serverId = (id: string): string => (canonical.test(id) ? id : derivedId(id))

const derivedId = (id: string): string => {
  const hash = createHash('sha256').update('refund-case event ').update(id).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * Whether others may make the same id from the same command (UUID versions 3, 5 and 8), and then perhaps another event
 * under it. A drawn id is its maker's alone.
 */
export const isDerived = (id: string): boolean => {
  const version = id[14]
  return version === '5' || version === '8' || version === '3' || !canonical.test(id)
}
