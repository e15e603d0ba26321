import { readFileSync } from 'node:fs'
import { isLeft } from 'fp-ts/lib/Either.js'
import { runScenario, scenarioProblemText, type PlayRun, type RunOptions } from '../src/index.js'

export const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** What came of a file, in lines: nothing where all was as expected. */
export const complaints = async (text: string, options: RunOptions = {}): Promise<ReadonlyArray<string>> => {
  const run = await runScenario({ name: 'file.yaml', text }, options)
  return isLeft(run) ? run.left.map(scenarioProblemText) : [run.right, ...run.right.variants].flatMap(ofPlay)
}

const ofPlay = ({ name, steps, mismatches }: PlayRun): ReadonlyArray<string> =>
  [...steps.flatMap((step) => step.mismatches), ...mismatches].map(
    ({ about, line, diff }) => `${name} line ${line} ${about}:\n${diff.join('\n')}`,
  )
