/** Why one person may not do both (model §4): the `conflict` of a SEPARATION_OF_DUTIES. */
export const separationConflicts = [
  'anotherStep',
  'requestRecorder',
  'reviewer',
  'lastApprover',
  'payer',
  'verifier',
  'proposer',
  'faultSheet',
  'signOff',
  'handedOver',
  'paidInMonth',
  'preparer',
  'ledgerApprover',
  'ledgerSubmitter',
] as const
export type SeparationConflict = (typeof separationConflicts)[number]
