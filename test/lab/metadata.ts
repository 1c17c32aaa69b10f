// The part of the Reflect metadata proposal that the packages under @peculiar/x509 ask
// their surroundings for. Must be imported before it, and is of no other use.

const known = new WeakMap<object, Map<unknown, unknown>>();

function defineMetadata(key: unknown, value: unknown, target: object): void {
  const own = known.get(target) ?? new Map<unknown, unknown>();
  known.set(target, own.set(key, value));
}

function getOwnMetadata(key: unknown, target: object): unknown {
  return known.get(target)?.get(key);
}

function getMetadata(key: unknown, target: object | null): unknown {
  for (let at = target; at !== null; at = Object.getPrototypeOf(at)) {
    if (known.get(at)?.has(key)) return getOwnMetadata(key, at);
  }
  return undefined;
}

/** What compiled decorators call with the types of a constructor's parameters. */
function metadata(key: unknown, value: unknown) {
  return (target: object) => defineMetadata(key, value, target);
}

// A real polyfill that was loaded earlier knows better.
if (!('getMetadata' in Reflect)) {
  Object.assign(Reflect, { defineMetadata, getOwnMetadata, getMetadata, metadata });
}
