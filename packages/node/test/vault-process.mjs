// A process that uses a vault: says `ready`, begins at the first line it is sent, and tells what it was answered.
import { fileVault } from '../dist/index.js'

const [directory, key, task, ...subjects] = process.argv.slice(2)
const say = (told) => process.stdout.write(`${JSON.stringify(told)}\n`)
const held = (answer) => {
  if ('right' in answer) return answer.right
  throw new Error(JSON.stringify(answer.left))
}
const open = async () => held(await fileVault({ directory, wrappingKey: Buffer.from(key, 'hex') })())

say('ready')
await new Promise((resolve) => process.stdin.once('data', resolve))
const vault = await open()
const seal = async (subject) => held(await vault.sealer(subject)())(subject, 'here')
if (task === 'seal') for (const subject of subjects) say({ sealed: await seal(subject) })
else
  for (let round = 0; ; round += 1)
    for (const subject of subjects) {
      say({ sealed: await seal(subject) })
      if (round % 2 === 1) {
        say({ erasing: subject })
        held(await vault.erase(subject)())
        say({ erased: subject })
      }
    }
process.exit(0)
