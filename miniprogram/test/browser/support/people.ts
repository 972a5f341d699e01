import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { Complaints } from './complaints';
import { Screen } from './screen';
import { Town } from './town';

export const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a sign-in lasts; see server/src/identity. */
const SIGN_IN_MS = 12 * 60 * 60 * 1000;

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** Whom the demo's sign-in page offers. */
export interface Who {
  role: string;
  place: string;
  /** The second of two residents of a place. */
  second?: boolean;
  /** At a desk rather than with a phone. */
  desk?: boolean;
}

/** Somebody with a browser of their own. */
export interface Person {
  readonly screen: Screen;
  readonly page: Page;
  /** '' for a visitor. */
  readonly name: string;
}

interface Seat {
  context: BrowserContext;
  page: Page;
  name: string;
  signedInAt: number;
}

/** The people of a town, each with a phone or a desk, in one browser; their clocks go with the town's. */
export class People {
  readonly complaints = new Complaints();
  private readonly seats = new Map<string, Seat>();
  private visitors = 0;

  private constructor(
    readonly town: Town,
    private readonly browser: Browser,
  ) {}

  /**
   * @param now ms since 1970
   * @param filled in a county with a history
   */
  static async in(now: number, filled = false): Promise<People> {
    const [town, browser] = await Promise.all([Town.start(now, undefined, null, filled), launchBrowser()]);
    return new People(town, browser);
  }

  /** Lets time go by, for the server and for everyone's browser. */
  async until(moment: number): Promise<void> {
    await this.complaints.whileTimeMoves(async () => {
      await this.town.setClock(moment);
      for (const { context } of this.seats.values()) await context.clock.setSystemTime(moment);
    });
  }

  passDays(days: number): Promise<void> {
    return this.until(this.town.now + days * DAY_MS);
  }

  /** A visitor with a new browser, at the first page or another. */
  async visitor(path = '/', viewport = PHONE): Promise<Person> {
    const seat = await this.seat(viewport);
    await seat.page.goto(`${this.town.url}${path}`);
    return { page: seat.page, screen: new Screen(seat.page), name: '' };
  }

  /** A visitor whose browser runs no scripts. */
  async scriptless(): Promise<Person> {
    const { page } = await this.seat(PHONE, undefined, false);
    return { page, screen: new Screen(page), name: '' };
  }

  /** Somebody, signed in through the sign-in page; who was here before finds their browser as they left it. */
  async as(who: Who): Promise<Person> {
    const key = JSON.stringify(who);
    const seat = this.seats.get(key) ?? (await this.seat(who.desk ? DESKTOP : PHONE, key));
    const screen = new Screen(seat.page);
    if (this.town.now - seat.signedInAt >= SIGN_IN_MS) {
      if (seat.name !== '') await seat.page.evaluate(() => localStorage.removeItem('session'));
      await seat.page.goto(`${this.town.url}/packages/me/sign-in/index`);
      seat.name = await signInAs(screen, who);
      seat.signedInAt = this.town.now;
    }
    return { page: seat.page, screen, name: seat.name };
  }

  /** The name of somebody who has been here. */
  nameOf(who: Who): string {
    const name = this.seats.get(JSON.stringify(who))?.name;
    if (!name) throw new Error(`Nobody has been here as ${who.role} of ${who.place}.`);
    return name;
  }

  /** Opens an address in somebody's browser, as from a link they were sent. */
  async open({ page }: Person, path: string): Promise<void> {
    await page.goto(`${this.town.url}${path}`);
  }

  /** What everybody has on their screens, for somebody who wonders why a step failed. */
  async describe(): Promise<string> {
    const screens = [...this.seats].map(async ([who, { page }]) => {
      const words = await new Screen(page).text();
      return `${who} at ${page.url()}\n${words.replace(/\s+/g, ' ').slice(0, 300)}`;
    });
    return [...(await Promise.all(screens)), ...this.complaints.take()].join('\n\n');
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.town.stop();
  }

  private async seat(
    viewport: { width: number; height: number },
    key = `visitor ${++this.visitors}`,
    javaScriptEnabled = true,
  ): Promise<Seat> {
    const place = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
    const context = await this.browser.newContext({ viewport, javaScriptEnabled, ...place });
    context.setDefaultTimeout(15_000);
    await context.clock.install({ time: this.town.now });
    this.complaints.listenTo(context);
    const seat = { context, page: await context.newPage(), name: '', signedInAt: Number.NEGATIVE_INFINITY };
    this.seats.set(key, seat);
    context.once('close', () => this.seats.delete(key));
    return seat;
  }
}

/**
 * Chooses somebody on the sign-in page, and waits until it is left.
 * @returns their name
 */
export async function signInAs({ page }: Screen, { role, place, second }: Who): Promise<string> {
  const choices = page.getByRole('button', { name: new RegExp(`^${role}，.*，${place}$`) });
  const choice = choices.nth(second ? 1 : 0);
  const [, name = ''] = ((await choice.getAttribute('aria-label')) ?? '').split('，');
  await choice.click();
  await choices.first().waitFor({ state: 'hidden' });
  return name;
}
