export { NumberTaken, OwnNumberTaken, type CaseNumberEvent, type OwnNumberEvent } from './events.js'
export { caseNoOf, caseNumberKind, ownNumberKind, partsOfCaseNo, takeNumbers, takeOwnNumber } from './state.js'
