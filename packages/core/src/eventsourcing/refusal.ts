/**
 * Why a command was not carried out: a value, never thrown.
 *
 * `rule` names the clause it rests on (an id of the requirements catalogue or of the model), `facts` the numbers and
 * names behind it. The sentence people read is made from `code` and `facts` by the message catalogue of their language.
 */
export interface Refusal<Code extends string = string, Facts = RefusalFacts> {
  readonly kind: 'refusal'
  readonly code: Code
  readonly rule: string
  readonly facts: Facts
}

export type RefusalFacts = { readonly [name: string]: unknown }
