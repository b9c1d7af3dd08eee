import type { CancellationToken } from 'vscode';
import type { NotificationName, RequestName } from '../../server/src/protocol.ts';

/** The language server as commands and panels know it. */
export interface Asked {
  /** What it answers; `undefined` where it has nothing to say, or does not run. */
  ask<Params, Result>(
    request: RequestName<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<NonNullable<Result> | undefined>;
  /** Does nothing while it does not run. */
  tell<Params>(notification: NotificationName<Params>, params: Params): void;
}
