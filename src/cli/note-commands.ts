import type { Argument, Command, Option } from 'commander';

/** A value that an option or argument takes. */
export interface ValueNote {
  /** As the help names it, without its brackets: `path`. */
  readonly name: string;
  /** What may be typed; empty where that is not known beforehand. */
  readonly choices: readonly string[];
  readonly isPath: boolean;
}

export interface OptionNote {
  /** As the help writes it: `-o, --output <path>`. */
  readonly flags: string;
  /** `-o` */
  readonly short: string | undefined;
  /** `--output` */
  readonly long: string;
  readonly description: string;
  readonly value: ValueNote | undefined;
}

export interface ArgumentNote extends ValueNote {
  readonly description: string;
  readonly need: 'required' | 'optional';
}

/** A command as it was declared: what completion and the manual page are made from. */
export interface CommandNote {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionNote[];
  readonly args: readonly ArgumentNote[];
}

/** The program by itself, and its commands in the order in which they are declared. */
export interface ProgramNote extends CommandNote {
  readonly version: string;
  readonly commands: readonly CommandNote[];
}

/** Notes everything that can be typed, as the help shows it. */
export function noteProgram(program: Command): ProgramNote {
  const commands = program.createHelp().visibleCommands(program).map(noteCommand);
  return { ...noteCommand(program), version: program.version() ?? '', commands };
}

function noteCommand(command: Command): CommandNote {
  const help = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(noteOption),
    args: command.registeredArguments.map(noteArgument),
  };
}

function noteOption({ flags, short, long, description, argChoices }: Option): OptionNote {
  const [, name] = /<(.+)>$/.exec(flags) ?? [];
  const value = name === undefined ? undefined : noteValue(name, argChoices);
  return { flags, short, long: long as string, description, value };
}

function noteArgument(argument: Argument): ArgumentNote {
  const { description, required, argChoices } = argument;
  return { ...noteValue(argument.name(), argChoices), description, need: required ? 'required' : 'optional' };
}

const PATHS = ['file', 'folder', 'issue', 'path'];

function noteValue(name: string, choices: readonly string[] = []): ValueNote {
  return { name, choices, isPath: PATHS.includes(name) };
}
