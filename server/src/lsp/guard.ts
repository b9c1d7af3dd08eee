import type { CancellationToken } from 'vscode-languageserver';
import type { Log } from './log.ts';

/**
 * A request may fail; the server may not. Every handler passes this one guard: a failure is logged with the method's name and
 * answered empty, and a request that was cancelled before its turn is not worked on.
 */
export function guarded<P, R>(
  log: Log,
  method: string,
  empty: R,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (token.isCancellationRequested) {
      return empty;
    }
    try {
      return await handler(params, token);
    } catch (error) {
      log('error', `${method} failed: ${describeError(error)}`);
      return empty;
    }
  };
}

/** The same for notifications, which nobody waits for. */
export function guardedNotification<P>(
  log: Log,
  method: string,
  handler: (params: P) => void | Promise<void>,
): (params: P) => void {
  return (params) => {
    void (async () => {
      try {
        await handler(params);
      } catch (error) {
        log('error', `${method} failed: ${describeError(error)}`);
      }
    })();
  };
}

/** The stack where there is one: it names our code, not the writer's text. */
function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
