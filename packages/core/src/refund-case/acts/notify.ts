import { right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Instant } from '../../calendar/index.js'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { DeadlineRule, words } from '../../vocabulary/index.js'
import { deadlinesOf } from '../deadlines/index.js'
import { NoticeKind } from '../events/ending.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'

/** Somebody is told (NT1–NT4). Kind `extension` moves the overall limit, before it has passed (PY5). */
export const Notify = shape(
  {
    to: words(
      'NotifyTo',
      'customer',
      'customerService',
      'technical',
      'finance',
      'logistics',
      'warehouse',
      'administration',
    ),
    kind: NoticeKind,
    channel: words('NotifyBy', 'sms', 'email', 'onlineChat', 'phone', 'internalMail', 'app', 'letter'),
  },
  {
    text: FreeText,
    extension: t.readonly(t.strict({ rule: DeadlineRule, until: Instant, reason: FreeText })),
  },
)
export type Notify = t.TypeOf<typeof Notify>

export const notify: Act<Sealing<Notify>> = (fields, state, { now, policy, calendar }) => {
  const { extension, kind } = fields
  if ((extension !== undefined) !== (kind === 'extension')) return refuse('EXTENSION_MISSING', 'PY5', { kind })
  if (extension === undefined) return right([{ type: 'Notified', data: fields }])
  if (fields.to !== 'customer') return refuse('EXTENSION_NOT_TOLD', 'PY5', { to: fields.to })
  const deadline = deadlinesOf(state, policy, calendar).find(
    ({ rule, status }) => rule === extension.rule && status === 'open',
  )
  if (extension.rule !== 'overall') return refuse('NOT_EXTENDABLE', 'PY5', { rule: extension.rule })
  if (deadline === undefined || deadline.breachedFrom <= now)
    return refuse('EXTENSION_TOO_LATE', 'PY5', { rule: extension.rule, limit: deadline?.limit })
  return extension.until > deadline.limit
    ? right([{ type: 'Notified', data: fields }])
    : refuse('EXTENSION_NOT_LATER', 'PY5', { rule: extension.rule, limit: deadline.limit, until: extension.until })
}
