/** Runs tasks one after the other. Of those with the same key that wait only the newest runs; the older ones get its answer. */
export class NewestFirst<Answer> {
  private last: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<
    string,
    { task: () => Promise<Answer>; readonly answer: Promise<Answer> }
  >();

  run(key: string, task: () => Promise<Answer>): Promise<Answer> {
    const same = this.waiting.get(key);
    if (same !== undefined) {
      same.task = task;
      return same.answer;
    }
    const answer = this.after(() => {
      const newest = this.waiting.get(key)?.task ?? task;
      this.waiting.delete(key);
      return newest();
    });
    this.waiting.set(key, { task, answer });
    return answer;
  }

  /** Runs a task behind all that wait. */
  after<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }
}
