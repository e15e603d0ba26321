import { commandFields, commandNames, type CommandName } from '@refund-case/core'
import { anatomyOf } from './anatomy.js'
import { formOfCodec, specsOf } from './codec-form.js'
import { fields, may } from '../form/fields.js'
import { turned, type Form } from '../form/form.js'

// A request that says nothing of its channel came over the website.
const request = (): Form<unknown> => {
  const anatomy = anatomyOf(commandFields.request)
  if (anatomy.kind !== 'fields') return formOfCodec(commandFields.request)
  const specs = specsOf(anatomy.fields)
  const channel = specs['channel']
  if (channel === undefined) return fields(specs)
  return turned(fields({ ...specs, channel: may(channel.form) }), (said) => ({ channel: 'website', ...said }))
}

/** How the fields of each command are written. */
export const commandForms: ReadonlyMap<string, Form<unknown>> = new Map(
  commandNames.map((name) => [name, name === 'request' ? request() : formOfCodec(commandFields[name])]),
)

export const requestForm = request()
export const commandWords: ReadonlyArray<CommandName> = commandNames
