import path from 'node:path';
import type { Town } from '../browser/support/town';
import { launch, type Weapp } from './index';
import type { PhoneState } from './phone';

const DIST = path.resolve(__dirname, '../../dist/weapp');

/** The phones of one test, with the built mini program on them. */
export class Phones {
  private readonly started: Weapp[] = [];

  constructor(private readonly town: () => Town) {}

  /** @param storage of a phone on which the app ran before */
  readonly start = async (phone: Partial<PhoneState> = {}, storage?: Map<string, string>): Promise<Weapp> => {
    const app = await launch(DIST, { apiBase: this.town().url, storage, phone });
    this.started.push(app);
    return app;
  };

  /** Ends the app on all of them, none of which may have seen an error. */
  readonly put = (): void => {
    for (const app of this.started.splice(0)) {
      app.kill();
      expect(app.errors).toEqual([]);
    }
  };
}
