import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Compiler } from 'webpack';

const NAME = 'FirstLoadReport';

/**
 * Writes down which scripts a first visit loads: the app's own and those of its first page.
 * scripts/check-sizes.mjs reads it, since chunk names tell nothing.
 */
export class FirstLoadReport {
  constructor(
    /** As the route imports it, e.g. pages/home/index. */
    private readonly firstPage: string,
    private readonly file: string,
  ) {}

  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tapPromise(NAME, async (compilation) => {
      const groups = compilation.chunkGroups.filter(
        (group) =>
          group.name === 'app' ||
          group.origins.some(({ request }) => request?.includes(this.firstPage) && !request.includes('node_modules')),
      );
      const files = new Set(groups.flatMap((group) => group.getFiles()).filter((name) => name.endsWith('.js')));
      await mkdir(path.dirname(this.file), { recursive: true });
      await writeFile(this.file, `${JSON.stringify([...files], null, 2)}\n`);
    });
  }
}
