// Installs the workspace, and does nothing where that has been done for exactly these manifests.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pnpm, pnpmVersion, root } from './pnpm.mjs'

const stampFile = join(root, 'node_modules', '.setup-stamp')
const members = [
  ...readdirSync(join(root, 'packages')).map((name) => join('packages', name)),
  'examples',
  'docs',
  'bench',
]
const manifests = members.map((member) => join(member, 'package.json')).filter((file) => existsSync(join(root, file)))

const stampOf = () => {
  const hash = createHash('sha256').update(`${pnpmVersion} ${process.platform} ${process.arch}\n`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests.toSorted()]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

const hasDependencies = (manifest) => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, manifest), 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

const isInstalled = () =>
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === stampOf() &&
  manifests.every((manifest) => !hasDependencies(manifest) || existsSync(join(root, dirname(manifest), 'node_modules')))

if (!isInstalled()) {
  process.stderr.write('Installing what this workspace needs, once …\n')
  pnpm('install', '--frozen-lockfile', '--prefer-offline')
  writeFileSync(stampFile, stampOf())
}
