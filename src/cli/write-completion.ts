/*
 * In: the commands as they were declared. Out: the script by which a shell completes them. Each is small and knows no
 * more than the declarations do: commands, options, choices, and where a path is wanted.
 */
import type { CommandNote, OptionNote, ProgramNote, ValueNote } from './note-commands.js';

export type Shell = 'bash' | 'zsh' | 'fish';

/** The completion script for a shell. */
export function writeCompletion(shell: Shell, program: ProgramNote): string {
  switch (shell) {
    case 'bash':
      return writeBash(program);
    case 'zsh':
      return writeZsh(program);
    case 'fish':
      return writeFish(program);
  }
}

/** Bash: what may stand after an option is asked first, then what the command itself takes. */
function writeBash({ name, options, commands }: ProgramNote): string {
  const first = [...commands.map((command) => command.name), ...options.map(({ long }) => long)];
  return `# Completion for bash: eval "$(${name} completion bash)"
_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  local words='' paths='' options=''
  if ((COMP_CWORD == 1)); then
    words='${first.join(' ')}'
  else
    case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(bashCases).join('\n')}
    esac
  fi
  if [[ $word == -* && $options ]]; then words=$options paths=''; fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  if [[ $paths ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
    compopt -o filenames 2> /dev/null
  fi
}
complete -F _${name} ${name}
`;
}

function bashCases({ name, options, args }: CommandNote): readonly string[] {
  const values = options.flatMap(({ short, long, value }) => {
    if (!value) return [];
    const typed = [short, long].filter((flag) => flag !== undefined).map((flag) => `'${name} ${flag}'`);
    return [`      ${typed.join(' | ')}) ${bashValue(value)} ;;`];
  });
  const all = `options='${options.map(({ long }) => long).join(' ')}'`;
  return [...values, `      '${name} '*) ${[all, ...args.slice(0, 1).map(bashValue)].join(' ')} ;;`];
}

function bashValue({ choices, isPath }: ValueNote): string {
  return isPath ? 'paths=1' : `words='${choices.join(' ')}'`;
}

/** Zsh: `_arguments` of its own library does the work. */
function writeZsh({ name, options, commands }: ProgramNote): string {
  const described = commands.map((command) => quoteZsh(`${command.name}:${command.description}`));
  return `#compdef ${name}
# Completion for zsh: a file _${name} in a folder of $fpath, or eval "$(${name} completion zsh)" after compinit
_${name}() {
  local -a commands=(
${described.map((line) => `    ${line}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments ${options.map(zshOption).join(' ')}
    return
  fi
  shift words
  ((CURRENT -= 1))
  case $words[1] in
${commands.map(zshCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function zshCase({ name, options, args }: CommandNote): string {
  const places = args.map((arg, index) => quoteZsh(`${index + 1}:${arg.name}:${zshValue(arg)}`));
  const lines = [...options.map(zshOption), ...places].map((line) => ` \\\n        ${line}`);
  return `    ${name})\n      _arguments${lines.join('')}\n      ;;`;
}

function zshOption({ short, long, description, value }: OptionNote): string {
  const told = description.replace(/[[\]\\]/g, '\\$&');
  const rest = quoteZsh(`[${told}]${value ? `:${value.name.replaceAll(':', '\\:')}:${zshValue(value)}` : ''}`);
  return short === undefined ? `${long}${rest}` : `'(${short} ${long})'{${short},${long}}${rest}`;
}

function zshValue({ choices, isPath }: ValueNote): string {
  if (isPath) return '_files';
  return choices.length > 0 ? `(${choices.join(' ')})` : ' ';
}

function quoteZsh(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Fish: a line for everything that can be typed, and the condition under which it can. */
function writeFish({ name, options, commands }: ProgramNote): string {
  const start = `complete -c ${name} -n __fish_use_subcommand`;
  return [
    `# Completion for fish: ${name} completion fish > ~/.config/fish/completions/${name}.fish`,
    `complete -c ${name} -f`,
    ...options.map((option) => `${start} ${fishOption(option)}`),
    ...commands.map((command) => `${start} -a ${command.name} -d ${quoteFish(command.description)}`),
    ...commands.flatMap((command) => fishCommand(name, command)),
    '',
  ].join('\n');
}

function fishCommand(program: string, { name, options, args }: CommandNote): readonly string[] {
  const seen = `complete -c ${program} -n '__fish_seen_subcommand_from ${name}'`;
  const places = args.slice(0, 1).flatMap(({ isPath, choices }) => {
    if (isPath) return [`${seen} -F`];
    return choices.length > 0 ? [`${seen} -a ${quoteFish(choices.join(' '))}`] : [];
  });
  return [...options.map((option) => `${seen} ${fishOption(option)}`), ...places];
}

function fishOption({ short, long, description, value }: OptionNote): string {
  const flags = [...(short === undefined ? [] : [`-s ${short.slice(1)}`]), `-l ${long.slice(2)}`];
  return [...flags, ...(value ? [fishValue(value)] : []), `-d ${quoteFish(description)}`].join(' ');
}

function fishValue({ choices, isPath }: ValueNote): string {
  if (isPath) return '-r -F';
  return choices.length > 0 ? `-x -a ${quoteFish(choices.join(' '))}` : '-x';
}

function quoteFish(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
