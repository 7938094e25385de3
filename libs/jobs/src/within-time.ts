/** A store that does not answer cannot be waited for: whoever asks it gets on with something else after this long. */
const PATIENCE_MS = 5_000;

/** @returns whether it was done in time; what it throws goes on to the caller */
export async function withinTime(done: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  return Promise.race([done.then(() => true), late]).finally(() => clearTimeout(timer));
}
