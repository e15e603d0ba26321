// Packs every public package and looks at the tarballs as a stranger would: publint, attw, then an install with npm into
// an empty project, where plain Node imports each package and the compiler reads its types with skipLibCheck off.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pnpm, root, run } from './pnpm.mjs'

const tool = (name) => join(root, 'node_modules', '.bin', name)

const packages = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name))
  .map((dir) => ({ dir, manifest: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) }))
  .filter(({ manifest }) => manifest.private !== true)

// What was deleted from src must not be packed from an old build.
for (const { dir } of packages) rmSync(join(dir, 'dist'), { recursive: true, force: true })
run('npm', ['run', '-s', 'build'])

const work = mkdtempSync(join(tmpdir(), 'pack-check-'))
try {
  pnpm('--silent', '--filter', './packages/*', 'pack', '--pack-destination', work)
  const tarballs = packages.map(({ manifest: { name, version } }) =>
    join(work, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`),
  )
  for (const tarball of tarballs) {
    run(tool('publint'), ['run', tarball, '--strict'])
    run(tool('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-summary', '--no-color'])
  }

  const consumer = join(work, 'consumer')
  mkdirSync(consumer)
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], consumer)

  const names = packages.map(({ manifest }) => manifest.name)
  const source = names.map(
    (name, i) => `import * as p${i} from '${name}'\nconsole.log('${name}', Object.keys(p${i}).length)\n`,
  )
  writeFileSync(join(consumer, 'index.mjs'), source.join(''))
  run('node', ['index.mjs'], consumer)
  writeFileSync(join(consumer, 'index.mts'), names.map((name, i) => `export type * as p${i} from '${name}'\n`).join(''))
  const strict = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', 'false', '--types', '']
  run(tool('tsc'), ['--noEmit', ...strict, 'index.mts'], consumer)

  for (const { manifest } of packages) {
    for (const bin of Object.keys(manifest.bin ?? {}))
      run(join(consumer, 'node_modules', '.bin', bin), ['--help'], consumer)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
