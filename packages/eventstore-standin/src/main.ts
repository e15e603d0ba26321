#!/usr/bin/env node
import { runProgram } from './process/program.js'

process.exitCode = await runProgram(process.argv.slice(2))
