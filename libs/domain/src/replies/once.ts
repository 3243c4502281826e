/**
 * Made when it is first asked for. What reads replies is made of thousands of words, and the screens that import this library
 * for something else are not to carry it: a call at the top of a file is kept by bundlers, unless it is marked as having no effect.
 */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
