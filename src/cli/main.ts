import { runCommandLine } from './command-line.js';
import { openTerminal } from './terminal.js';

// The exit code is set, not forced: output that is still on its way into a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal(process));
