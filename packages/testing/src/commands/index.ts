export type { BodyOf, CaseScene, GivenCommand, NamedBody, OrderScene } from './given-command.js'
export { anyCommand, commandNamed, nextCommands, sensibleCommand, type CommandConstraints } from './next-command.js'
export { requestFrom } from './requesting.js'
