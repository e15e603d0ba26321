export { readScenario } from './format/read-scenario.js'
export type { Play, PlacedStep, Scenario } from './format/scenario.js'
export type * from './run/result.js'
export { scenarioProblemText, type ScenarioProblem } from './source/problem.js'
