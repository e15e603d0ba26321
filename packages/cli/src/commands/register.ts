import { refundRegisters } from '@refund-case/core'
import { refundRegisterForm } from '@refund-case/reports'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { known } from '../papers/books.js'
import { dayAsked } from '../papers/dates.js'
import { paperCommand } from '../papers/paper-command.js'

export const registerCommand = paperCommand({
  name: 'register',
  summary: 'prints the refund register of a day',
  about: 'Prints the refund register (退款登记) of a day: what was paid, and with a minus what came back.',
  options: { date: 'the day (default the one that is read)' },
  forms: async (books, asked) => {
    const date = dayAsked(asked['date'], books)
    if (isLeft(date)) return date
    const view = await known(books, refundRegisters({ timeZone: books.zone }))
    if (isLeft(view)) return view
    return right([{ name: `register-${date.right}`, form: refundRegisterForm(view.right.register(date.right)) }])
  },
})
