import autocannon from 'autocannon';
import type { ApiProcess } from './api-process.js';
import type { Headers } from './people.js';

/** One request of a workload. */
export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Headers;
  body?: string;
}

export interface Measured {
  requests: number;
  rps: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Processor time of the API process, milliseconds a request. */
  nodeCpuMs: number;
}

const CONNECTIONS = 16;

/**
 * Sixteen browsers that ask without a pause.
 * @param next the requests in turn; a workload that uses up what it works on ends with the last
 * @throws Error where one request was not answered with success
 */
export async function load(
  api: ApiProcess,
  next: () => Asked,
  { seconds, most }: { seconds: number; most?: number },
): Promise<Measured> {
  const cpu = api.cpuMs();
  const began = performance.now();
  let answered = began;
  const onResponse = (): void => void (answered = performance.now());
  const result = await autocannon({
    url: api.url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(most === undefined ? {} : { maxOverallRequests: most }),
    requests: [{ setupRequest: (request) => ({ ...request, ...asRequest(next()) }), onResponse }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed: ${JSON.stringify(result.statusCodeStats)}`);
  const requests = result['2xx'];
  return {
    requests,
    // the load generator itself counts whole seconds
    rps: (requests * 1000) / (answered - began),
    p50: result.latency.p50,
    p99: result.latency.p99,
    nodeCpuMs: (api.cpuMs() - cpu) / Math.max(1, requests),
  };
}

const asRequest = ({ method, path, headers, body }: Asked): autocannon.Request => ({
  method,
  path,
  headers: { ...headers },
  ...(body === undefined ? {} : { body }),
});
