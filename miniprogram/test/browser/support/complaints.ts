import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';

/** Chromium's own line about an answer; the answer itself is judged below. */
const ECHO = /^Failed to load resource/;

/** What is heard while the server is away: refused or cut off, and 503 from one that is about to stop. */
export const SERVER_AWAY = /^503 |ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)/;

/** Everything that went wrong behind the screens: uncaught errors, console errors, refused and failed requests. */
export class Complaints {
  private readonly heard: string[] = [];
  private expected: RegExp[] = [];
  /** Asked and not answered yet. */
  private readonly open = new Set<Request>();
  /** Asked before the time moved: with a token that was good then, and is renewed after the refusal. */
  private readonly excused = new WeakSet<Request>();
  private timeMoves = false;

  listenTo(context: BrowserContext): void {
    context.on('weberror', (error) => this.add(`uncaught: ${error.error().stack}`));
    context.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' && !ECHO.test(message.text())) this.add(`console: ${message.text()}`);
    });
    context.on('request', (request) => this.open.add(request));
    context.on('response', (response) => {
      const request = response.request();
      this.open.delete(request);
      if (response.status() < 400) return;
      if (response.status() === 401 && (this.timeMoves || this.excused.has(request))) return;
      this.add(`${response.status()} ${request.method()} ${pathOf(response.url())}`);
    });
    context.on('requestfailed', (request) => {
      this.open.delete(request);
      const failure = request.failure()?.errorText;
      // The page went on before the answer came.
      if (failure !== 'net::ERR_ABORTED') this.add(`${failure} ${request.method()} ${pathOf(request.url())}`);
    });
  }

  /** What the test provokes on purpose, from now until the end of its step. */
  expect(...patterns: RegExp[]): void {
    this.expected = patterns;
  }

  /** Moves the time by `move`: tokens run out under what is on its way, which is nobody's fault. */
  async whileTimeMoves(move: () => Promise<void>): Promise<void> {
    this.timeMoves = true;
    await move();
    for (const request of this.open) this.excused.add(request);
    this.timeMoves = false;
  }

  /** What was heard and not expected since the last time; forgets it. */
  take(): string[] {
    const unexpected = this.heard.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
    this.heard.length = 0;
    this.expected = [];
    return unexpected;
  }

  private add(line: string): void {
    this.heard.push(line);
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
