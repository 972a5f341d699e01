/** WeChat's client has no PATCH. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call of the API. */
export interface Call {
  method: Method;
  /** From the origin, with its query: /api/v1/topics?region=… */
  path: string;
  header: Record<string, string>;
  /** JSON, as text; undefined when there is none. */
  body: string | undefined;
  timeoutMs: number;
}

export interface Answer {
  status: number;
  /** Parsed when it is JSON. */
  data: unknown;
}

/**
 * How calls reach the server. Any status is an answer.
 * @throws ApiError NETWORK.UNREACHABLE where there was none, REQUEST.TOO_LARGE for what this way cannot carry
 */
export type Transport = (call: Call) => Promise<Answer>;
