import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createProtocolConnection } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { LspClient, serverFlags, type ClientOptions } from '../support/lspClient.ts';

export interface Target {
  readonly file: string;
  readonly flags: readonly string[];
}

export const ours: Target = { file: resolve('dist/server/main.js'), flags: serverFlags };
export const echo: Target = { file: resolve('.cache/bench/echo.cjs'), flags: [] };

export interface RunningServer {
  readonly client: LspClient;
  readonly pid: number;
}

/** A language server in a process of its own, with which a conversation has begun. */
export async function startServer(
  { file, flags }: Target,
  options: InitializationOptions = {},
  abilities: Omit<ClientOptions, 'options'> = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...flags, file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const client = new LspClient(connection, () => {
    child.kill();
    return Promise.resolve();
  });
  await client.initialize({ ...abilities, options });
  return { client, pid: child.pid ?? 0 };
}
