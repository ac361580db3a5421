/** One refusal of the server, or the lack of an answer (`status` 0). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: { field: string; message: string }[] = [],
    readonly retryAfter: number | null = null,
  ) {
    super(detail || code);
  }

  /** Trying the same again may work. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

let csrfToken = "";
let onSignedOut: () => void = () => {};

export function keepToken(token: string): void {
  csrfToken = token;
}

export function whenSignedOut(react: () => void): void {
  onSignedOut = react;
}

type Query = Record<string, string | number | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  form?: FormData;
  signal?: AbortSignal;
  keepalive?: boolean;
}

export async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await reach(method, path, options);
  if (response.status === 204) return undefined as T;
  if (response.ok) return (await response.json()) as T;
  throw await refusal(response, path);
}

async function reach(method: string, path: string, { query, body, form, signal, keepalive }: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET" && csrfToken) headers["X-CSRF-Token"] = csrfToken;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await fetch(`/api/v1${path}${asQuery(query)}`, {
      method,
      headers,
      credentials: "same-origin",
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Refused(0, "offline", "");
  }
}

function asQuery(query: Query | undefined): string {
  if (!query) return "";
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : "";
}

async function refusal(response: Response, path: string): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.status === 401 && path !== "/login" && path !== "/me") onSignedOut();
  const after = Number(response.headers.get("Retry-After"));
  return new Refused(
    response.status,
    typeof problem.code === "string" ? problem.code : "unknown",
    typeof problem.detail === "string" ? problem.detail : "",
    Array.isArray(problem.errors) ? problem.errors : [],
    Number.isFinite(after) && after > 0 ? after : null,
  );
}
