import { EventStoreDBClient } from '@eventstore/db-client'
import type { StoreError } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { misconfigured } from '../options.js'

const form =
  /^esdb(?:\+discover)?:\/\/(?:(?<user>[^:@/]+):(?<password>[^@]+)@)?(?<hosts>[^/?@]+)\/?(?:\?(?<options>.*))?$/
const host = /^[\w.-]+(?::\d{1,5})?$/

const flags = new Set(['true', 'false'])
const isFlag = (value: string): boolean => flags.has(value)
const isInteger = (value: string): boolean => /^-?\d+$/.test(value)
const isText = (value: string): boolean => value.length > 0
const isNode = (value: string): boolean => /^(?:leader|follower|read_?only_?replica|random)$/i.test(value)

/** What the connection string may set, and what each takes. */
const settings: { readonly [name: string]: (value: string) => boolean } = {
  tls: isFlag,
  tlscafile: isText,
  tlsverifycert: (value) => value === 'true',
  usercertfile: isText,
  userkeyfile: isText,
  connectionname: isText,
  defaultdeadline: isInteger,
  keepaliveinterval: isInteger,
  keepalivetimeout: isInteger,
  nodepreference: isNode,
  discoveryinterval: isInteger,
  maxdiscoverattempts: isInteger,
  gossiptimeout: isInteger,
  throwonappendfailure: (value) => value === 'true',
}

/**
 * The client for a connection string, or what is wrong with it. No refusal repeats any of it but the names of its
 * settings and its hosts: it may hold a password. The client itself would take unknown settings and say nothing.
 */
export const openClient = (connectionString: string): Either<StoreError, EventStoreDBClient> => {
  const groups = form.exec(connectionString.trim())?.groups
  if (groups === undefined)
    return left(
      misconfigured(
        'Write the connection string as esdb://host:2113?tls=true, with user:password@ before the host where there is one. Encode characters like @ and : in them as %40 and %3A.',
      ),
    )
  const problem = badCredentials(groups) ?? badHost(groups['hosts'] ?? '') ?? badSetting(groups['options'] ?? '')
  if (problem !== undefined) return left(problem)
  try {
    return right(EventStoreDBClient.connectionString(connectionString.trim()))
  } catch (error) {
    return left(notOpened(error))
  }
}

const badCredentials = ({
  user = '',
  password = '',
  options = '',
}: {
  readonly [name: string]: string | undefined
}) => {
  try {
    decodeURIComponent(user)
    decodeURIComponent(password)
  } catch {
    return misconfigured('Encode the % in user or password as %25.')
  }
  const isOpen = /(?:^|&)tls=false(?:&|$)/i.test(options)
  return isOpen && user !== ''
    ? misconfigured('Leave out user and password, or use TLS: without it the client drops them and says nothing.')
    : undefined
}

const badHost = (hosts: string): StoreError | undefined => {
  const bad = hosts.split(',').findIndex((each) => !host.test(each) || Number(each.split(':')[1] ?? 1) > 65_535)
  return bad === -1
    ? undefined
    : misconfigured('Name each node as host or host:port; the client takes no IPv6 addresses.', { node: bad + 1 })
}

const badSetting = (options: string): StoreError | undefined => {
  for (const pair of options.split('&')) {
    if (pair === '') continue
    const [name = '', value = ''] = pair.split('=')
    const fits = settings[name.toLowerCase().replaceAll(/[_-]/g, '')]
    if (fits === undefined)
      return misconfigured('The client knows no such setting. Correct its name or leave it out.', { setting: name })
    if (!fits(value)) return misconfigured('The setting cannot have this value here.', { setting: name })
  }
  return undefined
}

const notOpened = (error: unknown): StoreError => {
  const text = error instanceof Error ? error.message : ''
  if (/certificate/i.test(text) && /key/i.test(text))
    return misconfigured('A certificate or key file of the user is not there, or only one of the two was named.')
  if (/certificate/i.test(text))
    return misconfigured('The file named by tlsCAFile is not there, or cannot be read.', { setting: 'tlsCAFile' })
  return misconfigured('The client does not take this connection string. Check each of its parts.')
}
