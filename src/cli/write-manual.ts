/*
 * In: the commands as they were declared. Out: the manual page in roff, with the macros of man(7). It has no date, so that
 * it changes only when the commands do.
 */
import type { CommandNote, OptionNote, ProgramNote } from './note-commands.js';

/** The manual page of the program. */
export function writeManual(program: ProgramNote): string {
  const { name, version, description, options, commands } = program;
  const [brief = ''] = description.split(':');
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}"`,
    '.SH NAME',
    `${name} \\- ${spell(brief.charAt(0).toLowerCase() + brief.slice(1))}`,
    '.SH SYNOPSIS',
    ...commands.flatMap((command, index) => [...(index > 0 ? ['.br'] : []), writeSynopsis(name, command)]),
    '.SH DESCRIPTION',
    spell(description),
    '.SH COMMANDS',
    ...commands.flatMap(writeCommand),
    '.SH OPTIONS',
    ...options.flatMap(writeOption),
    ...EXIT_STATUS,
    ...PROBLEMS,
    '',
  ].join('\n');
}

const EXIT_STATUS = [
  '.SH EXIT STATUS',
  ...['.TP', '.B 0', 'What was asked for is done.'],
  ...['.TP', '.B 1', 'An error stops the press: nothing is written, and files of an earlier run stay as they are.'],
  ...['.TP', '.B 2', 'The command was used wrongly.'],
];

const PROBLEMS = [
  '.SH DIAGNOSTICS',
  'Problems are told on standard error, each with its place and a hint:',
  '.PP',
  '.EX',
  'file:line:column severity code: message',
  '  hint: what to do',
  '.EE',
];

/** The command in bold, what must be typed, and that there are options. */
function writeSynopsis(program: string, { name, args, options }: CommandNote): string {
  const places = args.map((arg) => (arg.need === 'required' ? italic(arg.name) : `[${italic(arg.name)}]`));
  const flags = options.length > 0 ? ['[options]'] : [];
  return [bold(`${program} ${name}`), ...places, ...flags].join(' ');
}

function writeCommand({ name, description, args, options }: CommandNote): readonly string[] {
  const told = description.charAt(0).toUpperCase() + description.slice(1);
  return [
    `.SS ${name}`,
    `${spell(told)}.`,
    ...args.filter((arg) => arg.description !== '').flatMap((arg) => ['.TP', italic(arg.name), spell(arg.description)]),
    ...options.flatMap(writeOption),
  ];
}

function writeOption({ flags, description, value }: OptionNote): readonly string[] {
  const names = flags.replace(/ <.*/, '');
  const [, typed = ''] = / (<.*)/.exec(flags) ?? [];
  return ['.TP', `${bold(names)}${value ? ` ${italic(typed)}` : ''}`, spell(description)];
}

function bold(text: string): string {
  return `\\fB${spell(text)}\\fR`;
}

function italic(text: string): string {
  return `\\fI${spell(text)}\\fR`;
}

/** Backslashes and hyphens as themselves; a line that starts with a stop or an apostrophe is no request. */
function spell(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');
}
