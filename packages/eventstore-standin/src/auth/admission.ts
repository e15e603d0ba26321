import type { Metadata } from '@grpc/grpc-js'
import type { Node } from '../calls/node.js'
import type { Asked, CallName, ErrorName } from '../faults/fault.js'
import { mayAccess, type Access } from './acl.js'
import { callerOf } from './users.js'

const accessOf: Readonly<Record<Exclude<CallName, 'server-features' | 'gossip'>, Access>> = {
  append: '$w',
  read: '$r',
  subscribe: '$r',
  delete: '$d',
  tombstone: '$d',
}

/** Why the node does not take this call; undefined when it does. */
export const refusalOf = (node: Node, { call, stream }: Asked, headers: Metadata): ErrorName | undefined => {
  if (call === 'server-features' || call === 'gossip') return undefined
  if (node.users !== undefined) {
    const caller = callerOf(node.users, headers)
    if (caller === 'unknown') return 'unauthenticated'
    if (caller === 'anonymous' || !mayAccess(node.log, caller, stream, accessOf[call])) return 'access-denied'
  }
  const isRead = call === 'read' || call === 'subscribe'
  if (isRead && !requiresLeader(headers)) return undefined
  if (node.leader === undefined) return 'no-leader-info'
  // A follower hands writes on to its leader, if it reaches it.
  const isTaken = node.leader === 'this' || (!requiresLeader(headers) && node.writer !== undefined)
  return isTaken ? undefined : 'not-leader'
}

const requiresLeader = (headers: Metadata): boolean => headers.get('requires-leader')[0] === 'true'
