import type { Metadata } from '@grpc/grpc-js'

/** Who may sign in. */
export interface User {
  readonly name: string
  readonly password: string
  /** `$admins` may everything. */
  readonly groups?: ReadonlyArray<string>
}

/** The two users that every server begins with. */
export const firstUsers: ReadonlyArray<User> = [
  { name: 'admin', password: 'changeit', groups: ['$admins'] },
  { name: 'ops', password: 'changeit', groups: ['$ops'] },
]

/** Who a call is from; somebody who names nobody is nobody, and who names a wrong password is refused. */
export type Caller = User | 'anonymous' | 'unknown'

export const callerOf = (users: ReadonlyArray<User>, headers: Metadata): Caller => {
  const [header] = headers.get('authorization')
  if (header === undefined) return 'anonymous'
  const [, encoded] = /^Basic (.+)$/u.exec(header.toString()) ?? []
  const [, name, password] = /^([^:]*):(.*)$/su.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? []
  return users.find((user) => user.name === name && user.password === password) ?? 'unknown'
}
