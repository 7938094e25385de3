/** How the system says that a connection was refused or ended. */
const OF_THE_SYSTEM: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'];
/**
 * How PostgreSQL says it (appendix A): connection exceptions, no room for another connection, a server that starts or
 * stops. A violation of the protocol (08P01) is a mistake of ours.
 */
const OF_THE_SERVER = /^(?:08(?!P01)...|53300|57P0[123])$/;
/** What Node says of a browser that went away; it has the code of a connection that was cut. */
const BROWSER_WENT_AWAY = 'aborted';
/** How the driver says it, which gives no code. */
const OF_THE_DRIVER =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a statement failed because there was no database to put it to: it may be tried again, and nothing is wrong with it. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { driverError } = error as { driverError?: unknown };
  const { code, message } = (driverError ?? error) as { code?: unknown; message?: unknown };
  if (message === BROWSER_WENT_AWAY) return false;
  if (typeof code === 'string') return OF_THE_SYSTEM.includes(code) || OF_THE_SERVER.test(code);
  return OF_THE_DRIVER.test(String(message));
}
