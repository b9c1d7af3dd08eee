// Content is untrusted. Two Node flags close whole classes of attack: code made from strings, and prototype pollution through `__proto__`.

/** The protections that are off in this process, as lines for the log; empty in a server that was started as it should be. */
export function unprotected(): string[] {
  const lines: string[] = [];
  if (canEvaluateStrings()) {
    lines.push('Started without --disallow-code-generation-from-strings: code could be made from text.');
  }
  if (Object.hasOwn(Object.prototype, '__proto__')) {
    lines.push('Started without --disable-proto=delete: __proto__ can be reached.');
  }
  return lines;
}

function canEvaluateStrings(): boolean {
  try {
    Reflect.construct(Function, ['return 1']);
    return true;
  } catch {
    return false;
  }
}
