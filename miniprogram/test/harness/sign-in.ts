import type { Weapp } from './index';
import type { Phones } from './phones';

const ME = 'pages/me/index';
const SIGN_IN = 'packages/me/sign-in/index';

/** A new phone on which one of the demo's people has signed in. @param place of a department its name, else the region */
export async function signedIn(phones: Phones, role: string, place: string): Promise<Weapp> {
  const app = await phones.start();
  await app.openPage(ME);
  await app.press('登录');
  await app.waitForPage(SIGN_IN);
  await app.press(new RegExp(`^${role}，.*，${place}$`));
  await app.waitForPage(ME);
  return app;
}
