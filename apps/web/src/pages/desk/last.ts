/** The last of a list; `at` is younger than the browsers on some desks. */
export const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
