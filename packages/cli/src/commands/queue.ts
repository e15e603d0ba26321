import { parseInstantIn, Role, workQueues, type Instant } from '@refund-case/core'
import { queueForm } from '@refund-case/reports'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import { known, type Books } from '../papers/books.js'
import { paperCommand } from '../papers/paper-command.js'

const asOf = ({ now, zone }: Books, said: string | undefined): Either<CliError, Instant> => {
  if (said === undefined) return right(now)
  const at = parseInstantIn(zone, said)
  return isLeft(at)
    ? left(cliError('TIME_MALFORMED', `--at is a time such as 2026-06-30 23:50: ${at.left.message}`))
    : at
}

export const queueCommand = paperCommand({
  name: 'queue',
  summary: 'prints what waits for whom, overdue first',
  about: 'Prints the cases that wait for each role, with the deadline that binds and the time left, overdue first.',
  options: {
    role: 'only what waits for this role, such as cashier',
    desk: 'only of this desk',
    at: 'as of this time on the wall (default the one that is read)',
    limit: 'so many of each role from the top',
  },
  forms: async (books, asked) => {
    const at = asOf(books, asked['at'])
    if (isLeft(at)) return at
    const limit = asked['limit'] === undefined ? undefined : Number(asked['limit'])
    if (limit !== undefined && (!Number.isInteger(limit) || limit < 1))
      return left(cliError('LIMIT_MALFORMED', '--limit is a whole number from 1 on'))
    const said = asked['role']
    if (said !== undefined && !Role.is(said))
      return left(cliError('ROLE_UNKNOWN', `nobody has the role '${said.slice(0, 40)}'`))
    const view = await known(books, workQueues())
    if (isLeft(view)) return view
    const { desk } = asked
    const roles = said === undefined ? view.right.counts(at.right).map(({ role }) => role) : [said]
    const queues = roles.map((role) => ({
      role,
      entries: view.right.of(role, at.right, {
        ...(desk === undefined ? {} : { desk }),
        ...(limit === undefined ? {} : { limit }),
      }),
    }))
    return right([{ name: 'queue', form: queueForm(queues, at.right, books.zone) }])
  },
})
