import * as t from 'io-ts'
import { PersonId } from '../../vocabulary/index.js'

/** 领导审批: the leader who signed the opinion off; another person than the one who wrote it (AP2). */
export const SignOff = t.readonly(t.strict({ by: PersonId }), 'SignOff')
export type SignOff = t.TypeOf<typeof SignOff>
