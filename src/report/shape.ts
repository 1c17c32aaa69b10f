// Shapes that a value of unknown origin is held against. What passes is a fresh copy with the
// known fields only; what does not is named by its place.

/** The JSON is no report that can be judged again. `message` names the place, never the value. */
export class UnusableReport extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableReport';
  }
}

export type Shape<T> = (value: unknown, place: string) => T;
export type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

/** More than any honest report has; rules spread lists into arguments. */
const longestList = 4096;

export const text: Shape<string> = (value, place) => {
  if (typeof value === 'string') return value;
  throw wrong(place, 'is no text');
};

export const number: Shape<number> = (value, place) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrong(place, 'is no number');
};

export const flag: Shape<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  throw wrong(place, 'is neither true nor false');
};

/** ISO 8601. */
export const time: Shape<string> = (value, place) => {
  const iso = text(value, place);
  if (/^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(iso) && !Number.isNaN(Date.parse(iso))) return iso;
  throw wrong(place, 'is no time');
};

/** The keys of the record are what the value may be, so that none can be forgotten. */
export function oneOf<T extends string>(known: Readonly<Record<T, true>>): Shape<T> {
  return (value, place) => {
    // A key of `known` is a T.
    if (typeof value === 'string' && Object.hasOwn(known, value)) return value as T;
    throw wrong(place, 'is nothing that this version knows');
  };
}

export function numberAmong<T extends number>(...known: readonly T[]): Shape<T> {
  return (value, place) => {
    const found = known.find((one) => one === value);
    if (found !== undefined) return found;
    throw wrong(place, 'is nothing that this version knows');
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, place) => (value === null ? null : shape(value, place));
}

const optionals = new WeakSet<Shape<unknown>>();

/** For a field that may be absent. */
export function optional<T>(shape: Shape<T>): Shape<T> {
  const own: Shape<T> = (value, place) => shape(value, place);
  optionals.add(own);
  return own;
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw wrong(place, 'is no list');
    if (value.length > longestList) throw wrong(place, 'is too long');
    return value.map((one, i) => shape(one, `${place}[${i}]`));
  };
}

export function record<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, place) => {
    const entries = Object.entries(objectAt(value, place));
    if (entries.length > longestList) throw wrong(place, 'is too long');
    return Object.fromEntries(entries.map(([key, one]) => [key, shape(one, place)]));
  };
}

export function object<T extends object>(fields: Fields<T>): Shape<T> {
  return (value, place) => {
    const entries = entriesOf(fields, objectAt(value, place), place, false);
    // Every field that T demands is there, in its shape.
    return Object.fromEntries(entries) as T;
  };
}

/** The same fields, of which any may be absent. */
export function partial<T extends object>(fields: Fields<T>): Shape<Partial<T>> {
  return (value, place) => {
    const entries = entriesOf(fields, objectAt(value, place), place, true);
    // Every field that is there has its shape.
    return Object.fromEntries(entries) as Partial<T>;
  };
}

function entriesOf<T>(
  fields: Fields<T>,
  given: Readonly<Record<string, unknown>>,
  place: string,
  mayLack: boolean,
): (readonly [string, unknown])[] {
  return Object.entries<Shape<unknown>>(fields).flatMap(([key, shape]) => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (value !== undefined) return [[key, shape(value, `${place}.${key}`)] as const];
    if (mayLack || optionals.has(shape)) return [];
    throw wrong(`${place}.${key}`, 'is missing');
  });
}

export function objectAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // Any object can be asked for any key.
    return value as Readonly<Record<string, unknown>>;
  }
  throw wrong(place, 'is no object');
}

function wrong(place: string, problem: string): UnusableReport {
  return new UnusableReport(`${place} ${problem}`);
}
