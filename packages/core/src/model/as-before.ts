// After a change most things are the very objects that they were: what is made of one of them is made once.

/** A function of an object that never changes, worked out once per object. */
export function perObject<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>();
  return (of) => {
    let value = made.get(of);
    if (value === undefined) made.set(of, (value = make(of)));
    return value;
  };
}

/** A function of an object and of what is round it: while that is the same as before, it gives the very value that it gave before. */
export function asBefore<K extends object, R, V>(
  make: (of: K, round: R) => V,
  isSame: (a: R, b: R) => boolean,
): (of: K, round: R) => V {
  const made = new WeakMap<K, { readonly round: R; readonly value: V }>();
  return (of, round) => {
    const before = made.get(of);
    if (before && isSame(before.round, round)) return before.value;
    const value = make(of, round);
    made.set(of, { round, value });
    return value;
  };
}
