import { runCommandLine } from './command-line.js';
import { openTerminal } from './terminal.js';

// The bundle is minified; its source map is read only where somebody wants to see a stack.
if (process.env.BROADSHEET_DEBUG) process.setSourceMapsEnabled(true);
// The exit code is set, not forced: output that is still on its way into a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal(process));
