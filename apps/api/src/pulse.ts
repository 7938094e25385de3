import { Histogram } from '../../../libs/platform/src/index.js';

/** How this process is doing: what it took, and whether it is on its way out. */
export class Pulse {
  /** Set once, when the process has been asked to end. */
  stopping = false;
  /** Requests that have come in and are not answered yet. */
  inFlight = 0;
  readonly requests = new Histogram(
    'http_request_duration_seconds',
    'How long requests took, by method, route template and status.',
  );
  readonly jobs = new Histogram('job_duration_seconds', 'How long jobs of this process took, by job and outcome.');
}
