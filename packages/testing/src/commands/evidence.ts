import type { Choices } from '../arbitraries/choices.js'
import { freeTextFrom } from '../arbitraries/texts.js'
import type { BodyOf } from './given-command.js'

type EvidenceBody = BodyOf<'addEvidence'>['evidence'][number]

const digits = '0123456789abcdef'

/** A file kept elsewhere. Its name may tell who somebody is: it is a free text. */
export const evidenceFrom = (choices: Choices, kind: EvidenceBody['kind'] = 'photo'): EvidenceBody => ({
  kind,
  reference: freeTextFrom(choices),
  sha256: (digits[choices.upTo(15)] ?? '0').repeat(64),
  mediaType: 'image/jpeg',
  size: choices.upTo(5_000_000),
})

/** Evidence of a claim: one photo; sometimes several files, or none at all. */
export const evidenceListFrom = (choices: Choices, least = 1): ReadonlyArray<EvidenceBody> =>
  Array.from({ length: choices.oneIn(6) ? choices.upTo(2) : least }, () =>
    evidenceFrom(choices, choices.pick('photo', 'video', 'chatLog', 'invoice')),
  )
