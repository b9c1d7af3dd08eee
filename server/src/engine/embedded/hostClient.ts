// One host and what it was asked: an answer, or its end. A build that takes too long ends the host.
import type { EngineHost } from './forkHost.ts';
import type { HostReply, HostRequest } from './hostMessages.ts';

export type HostAnswer = Exclude<HostReply, { kind: 'building' | 'panic' }>;

/** *failed*: it may go better with a new one. *stuck*: not with this page. *refused*: not with this site. *replaced*: we ended it ourselves. */
export type HostEnd = 'failed' | 'stuck' | 'refused' | 'replaced';

/** The host is gone; why, is for the writer. */
export class HostEnded extends Error {
  readonly end: HostEnd;

  constructor(reason: string, end: HostEnd) {
    super(reason);
    this.end = end;
  }
}

interface Waiting {
  readonly resolve: (answer: HostAnswer) => void;
  readonly reject: (reason: HostEnded) => void;
  readonly limit: number;
}

export class HostClient {
  readonly host: EngineHost;
  private ended: HostEnded | undefined;
  private waiting: Waiting | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(host: EngineHost) {
    this.host = host;
    host.onReply((reply) => this.hear(reply));
    host.onEnd(() => this.end(new HostEnded('Hugo ended unexpectedly.', 'failed')));
  }

  get isAlive(): boolean {
    return this.ended === undefined;
  }

  /** `limit` is the time in ms that one build may take. One request at a time. */
  ask(request: HostRequest, limit: number): Promise<HostAnswer> {
    return new Promise((resolve, reject) => {
      if (this.ended !== undefined) {
        reject(this.ended);
        return;
      }
      this.waiting = { resolve, reject, limit };
      this.host.send(request);
      this.startTimer();
    });
  }

  async kill(): Promise<void> {
    const gone = this.host.kill();
    this.end(new HostEnded('Hugo was ended.', 'replaced'));
    await gone;
  }

  private hear(reply: HostReply): void {
    switch (reply.kind) {
      case 'building':
        this.startTimer();
        return;
      case 'panic':
        this.end(new HostEnded(reply.reason, reply.configuring ? 'refused' : 'failed'));
        return;
      case 'shown':
      case 'files':
      case 'written':
        clearTimeout(this.timer);
        this.waiting?.resolve(reply);
        this.waiting = undefined;
    }
  }

  private startTimer(): void {
    clearTimeout(this.timer);
    const { waiting } = this;
    if (waiting === undefined) {
      return;
    }
    this.timer = setTimeout(() => {
      this.end(new HostEnded(`Hugo did not finish within ${String(waiting.limit / 1000)} seconds.`, 'stuck'));
    }, waiting.limit);
  }

  private end(reason: HostEnded): void {
    clearTimeout(this.timer);
    if (this.ended === undefined) {
      this.ended = reason;
      void this.host.kill();
    }
    this.waiting?.reject(reason);
    this.waiting = undefined;
  }
}
