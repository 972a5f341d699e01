import 'reflect-metadata';
import { createApp } from './app.js';
import { ConfigError, readConfig } from './config/config.js';
import { loadDemo } from './demo/demo.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
  await app.init();
  if (config.demo) await loadDemo(app);
  await app.listen(config.port, config.host);
  console.log(`有事好商量 http://localhost:${new URL(await app.getUrl()).port}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
