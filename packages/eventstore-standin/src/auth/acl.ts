import { isMetastream, originalOf, type EventLog } from '../log/index.js'
import type { User } from './users.js'

/** What may be done to a stream, as its access list names it. */
export type Access = '$r' | '$w' | '$d' | '$mr' | '$mw'

const EVERYONE = '$all'
const ADMINS = '$admins'

/** Whether a user may, by the stream's own list or else by those that `$settings` or the server has for all. */
export const mayAccess = (log: EventLog, { name, groups = [] }: User, stream: string, access: Access): boolean => {
  if (groups.includes(ADMINS)) return true
  const [of, how] = isMetastream(stream) ? [originalOf(stream), metadataAccess(access)] : [stream, access]
  const admitted = listed(log.metadataOf(of).acl, how) ??
    listed(defaultAcl(log, of), how) ?? [of.startsWith('$') ? ADMINS : EVERYONE]
  return [name, EVERYONE, ...groups].some((role) => admitted.includes(role))
}

const metadataAccess = (access: Access): Access => (access === '$r' ? '$mr' : access === '$w' ? '$mw' : access)

// A server keeps its default lists as the last event of `$settings`.
const defaultAcl = (log: EventLog, stream: string): unknown =>
  log.settings[stream.startsWith('$') ? '$systemStreamAcl' : '$userStreamAcl']

const listed = (acl: unknown, access: Access): ReadonlyArray<unknown> | undefined => {
  if (typeof acl !== 'object' || acl === null || !(access in acl)) return undefined
  const roles: unknown = Object.entries(acl).find(([key]) => key === access)?.[1]
  return isList(roles) ? roles : [roles]
}

const isList = (value: unknown): value is ReadonlyArray<unknown> => Array.isArray(value)
