export type { ProjectionStopped } from './entry.js'
export type { ProjectionHandle, ProjectionStatus } from './handle.js'
export { keepingState } from './keeping-state.js'
export { memoryProjectionStore } from './memory-projection-store.js'
export { projectRecorded, projectStore } from './project.js'
export {
  reading,
  type Place,
  type Projecting,
  type Projection,
  type ProjectionFailure,
  type Reader,
} from './projection.js'
export type { ProjectionStore, ProjectionStoreError, SavedProjection } from './projection-store.js'
export { memorySink, type RowSink } from './row-sink.js'
export { projectionRunner, type Following, type ProjectionRunner, type Reading, type RunnerOptions } from './runner.js'
