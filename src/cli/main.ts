import { runCommandLine } from './command-line.js';
import { openTerminal } from './terminal.js';

/** Names the program that was bundled, by its bytes; not defined where the sources run by themselves. */
declare const BROADSHEET_RELEASE: string | undefined;

// The bundle is minified; its source map is read only where somebody wants to see a stack.
if (process.env.BROADSHEET_DEBUG) process.setSourceMapsEnabled(true);
const release = typeof BROADSHEET_RELEASE === 'undefined' ? undefined : BROADSHEET_RELEASE;
// The exit code is set, not forced: output that is still on its way into a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal(process), release);
