import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { createApp } from './app.js';
import { ConfigError, readConfig } from './config/config.js';
import { Database } from './database/database.js';
import { loadDemo } from './demo/demo.js';
import { removeDemo } from './demo/remove-demo.js';
import { DEMO_STAFF } from './demo/staff-account.js';
import { whoToBe } from './demo/who-to-be.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (process.argv.includes('--reset')) await removeDemo(config);
  if (config.demo && (await loadDemo(config, Date.now()))) console.log('The demo county is loaded.');
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  console.log(`有事好商量  http://localhost:${port}  (API: /api/docs)`);
  if (config.demo) {
    console.log(`Be one of these (我的 › 登录):\n  ${(await whoToBe(app.get(Database).read)).join('\n  ')}`);
    const { username, password, authenticator } = DEMO_STAFF;
    console.log(`Or with a password at a desktop: ${username} / ${password}, authenticator secret ${authenticator}`);
  }
}

/** What went wrong, in one line where it is something that can be mended. */
function explain(error: unknown): unknown {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (error instanceof ConfigError) return error.message;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with PORT=…`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') return (error as Error).message;
  return error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
