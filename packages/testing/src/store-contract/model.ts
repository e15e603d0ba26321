import { assert, asyncProperty } from 'fast-check'
import { runBeside } from './model-run.js'
import { script } from './model-script.js'
import { newScene } from './scene.js'
import type { StoreCaseGroup } from './store-case.js'

/** Random scripts, beside a model that keeps one list. A counterexample comes shrunk. */
export const besideTheModel = (runs: number): StoreCaseGroup => ({
  name: 'random scripts',
  cases: [
    {
      name: 'of appends and readings come out as in the reference model',
      run: (store) =>
        assert(
          asyncProperty(script, (steps) => runBeside(newScene(store), steps)),
          { numRuns: runs },
        ),
    },
  ],
})
