/** Says whether a value has a type: how messages from outside are let in. */
export type Check<T> = (value: unknown) => value is T;

export const isText: Check<string> = (value) => typeof value === 'string';
export const isNumber: Check<number> = (value): value is number => Number.isFinite(value);
export const isBoolean: Check<boolean> = (value) => typeof value === 'boolean';

export function oneOf<const T extends string>(...words: readonly T[]): Check<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => check(item));
}

/** A property that may be absent. */
export function optional<T>(check: Check<T>): Check<T> {
  return (value): value is T => value === undefined || check(value);
}

/** An object with these properties; others do not matter. */
export function shape<T extends object>(checks: { readonly [name in keyof T]-?: Check<T[name]> }): Check<T> {
  const entries: [string, Check<unknown>][] = Object.entries(checks);
  return (value): value is T => {
    if (typeof value !== 'object' || value === null) {
      return false;
    }
    const record = new Map(Object.entries(value));
    return entries.every(([name, check]) => check(record.get(name)));
  };
}

/** Of several kinds of messages, told apart by their `type`; the value itself when it is one of them. */
export function toMessage<T extends { readonly type: string }>(
  checks: { readonly [type in T['type']]: Check<Extract<T, { readonly type: type }>> },
  value: unknown,
): T | undefined {
  const byType = new Map<string, Check<unknown>>(Object.entries(checks));
  const isTyped = shape<{ type: string }>({ type: isText });
  return isTyped(value) && byType.get(value.type)?.(value) === true ? (value as unknown as T) : undefined;
}
