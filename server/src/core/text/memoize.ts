/** `make`, done once for each object; what it made is kept for as long as that object is. */
export function memoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The same for each pair of objects. */
export function memoizeBoth<One extends object, Other extends object, Value>(
  make: (one: One, other: Other) => Value,
): (one: One, other: Other) => Value {
  const ofOne = memoize((one: One) => memoize((other: Other) => make(one, other)));
  return (one, other) => ofOne(one)(other);
}
