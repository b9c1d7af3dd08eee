import type { InitializationOptions } from '../protocol.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warning' | 'error';

/** Writes one line to the editor's log. Lines hold names, counts and versions, never text of the writer's pages. */
export type Log = (level: LogLevel, line: string) => void;

const order: readonly LogLevel[] = ['trace', 'debug', 'info', 'warning', 'error'];

/** What of the Language Server Protocol's console a log needs. */
export interface LogConsole {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** A log that drops what is below `level`. */
export function toLog(console: LogConsole, level: InitializationOptions['logLevel'] = 'info'): Log {
  const least = level === 'off' ? order.length : order.indexOf(level);
  return (lineLevel, line) => {
    if (order.indexOf(lineLevel) >= least) {
      write(console, lineLevel, line);
    }
  };
}

function write(console: LogConsole, level: LogLevel, line: string): void {
  switch (level) {
    case 'error':
      console.error(line);
      break;
    case 'warning':
      console.warn(line);
      break;
    case 'info':
      console.info(line);
      break;
    case 'debug':
    case 'trace':
      console.debug(line);
      break;
  }
}
