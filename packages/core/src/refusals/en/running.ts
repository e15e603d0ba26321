import type { Sentences } from '../catalogue.js'

/** Commands as such, their keys and times; policies, calendars and numbers. */
export const running = {
  CALENDAR_INVALID: (f) =>
    `The working days ${f.has('calendar') ? `of ${f.text('calendar')} ` : ''}do not make sense: ${f.each('problem', (p) => `${p.word('calendarProblem', 'code')}${p.has('date') ? ` (${p.text('date')})` : ''}`)}. Correct the calendar.`,
  CALENDAR_VERSION_REUSED: (f) =>
    `The calendar ${f.text('calendar')} was published with other days already. Give the changed one a new version.`,
  CASE_NUMBER_TAKEN: (f) => `The number ${f.text('caseNo')} is given to another case already. Choose another number.`,
  CASE_UNKNOWN: (f) =>
    `There is no case ${f.has('caseNo') ? f.text('caseNo') : f.text('caseId')}. Check the id or the number.`,
  COMMAND_UNKNOWN: (f) => `There is no command “${f.text('command')}”. Check its name.`,
  IDEMPOTENCY_MISMATCH: (f) =>
    `The key ${f.has('key') ? `“${f.text('key')}” ` : ''}was used for a command that says something else. Repeat that one unchanged, or take a new key.`,
  MALFORMED_COMMAND: (f) =>
    `The command cannot be read: ${f.texts('problems', (problem) => problem)}. Correct this and send it again.`,
  POLICY_AMBIGUOUS: (f) =>
    `There is more than one policy${f.has('policies') ? ` (${f.text('policies')})` : ''}. Name the one that the request is under.`,
  POLICY_INVALID: (f) =>
    `The policy does not fit together: ${f.text('path')}: ${f.text('problem')}. Correct the policy.`,
  POLICY_UNKNOWN: (f) =>
    `There is no policy “${f.text('policy')}”${f.has('version') && !f.is('version', 'any') ? ` of version ${f.text('version')}` : ''}. Publish it, or name one that is published.`,
  POLICY_VERSION_REUSED: (f) =>
    `Version ${f.text('version')} of policy “${f.text('policy')}” was published with other rules already. Give the changed one a new version.`,
  STALE_CASE_REVISION: (f) =>
    `The case ${f.text('caseId')} has moved on (revision ${f.text('seen')}, not ${f.text('given')}). Read it again and repeat the command.`,
  TIME_RUNS_BACKWARDS: (f) =>
    `The clock says ${f.text('now')}, before what happened last at ${f.text('lastOccurredAt')}. Set the clock right, then repeat the command.`,
} satisfies Partial<Sentences>
