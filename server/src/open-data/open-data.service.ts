import {
  isOpenRegion,
  OPEN_LICENCE,
  type OpenDataset,
  type OpenFile,
  type OpenPage,
  type OpenRecord,
  openCatalogue,
  openJsonSchema,
  openTableSchema,
  type RegionTree,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { OpenRowsQueryDto } from './open-data.dto.js';
import { OpenReader } from './open-reader.js';

/** What anyone may take away and use (开放数据), a page or a record at a time; whole files: OpenFiles. */
@Injectable()
export class OpenData {
  constructor(
    private readonly reader: OpenReader,
    private readonly regions: RegionDirectory,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param base the API's own address */
  async catalogue(base: string) {
    return openCatalogue(base, openPlacesIn(await this.regions.tree()));
  }

  tableSchema(dataset: OpenDataset) {
    return openTableSchema(dataset);
  }

  jsonSchema(dataset: OpenDataset) {
    return openJsonSchema(dataset);
  }

  /** @throws REGION.NOT_FOUND, REQUEST.INVALID for a place that no page gave */
  async page(ctx: RequestContext, dataset: OpenDataset, query: OpenRowsQueryDto): Promise<OpenPage> {
    const { region, year = null, after, limit } = query;
    await this.checkRegion(region);
    const from = after === undefined ? null : this.openPlace(dataset, after);
    const { records, next } = await this.reader.batch(
      ctx.db,
      { dataset, region, year },
      { after: from, limit, now: ctx.now },
    );
    return {
      items: records,
      nextAfter: next === null ? null : this.sealPlace(dataset, next),
      licence: OPEN_LICENCE.name,
    };
  }

  /** @throws ITEM.NOT_FOUND */
  async one(ctx: RequestContext, dataset: OpenDataset, code: string): Promise<OpenRecord> {
    const record = await this.reader.find(ctx.db, dataset, code, ctx.now);
    if (record === null) throw notFound();
    return record;
  }

  /** @throws REGION.NOT_FOUND for one that has no files */
  async checkFile({ region }: OpenFile): Promise<void> {
    await this.checkRegion(region);
  }

  private async checkRegion(region: string): Promise<void> {
    if (!isOpenRegion(region)) throw new CodedError('REGION.NOT_FOUND');
    await this.regions.get(region);
  }

  // A place in a list has a moment in it, which open data do not say.
  private sealPlace(dataset: OpenDataset, place: string): string {
    return this.cipher.seal(place, `open.${dataset}`);
  }

  private openPlace(dataset: OpenDataset, sealed: string): string {
    try {
      return this.cipher.open(sealed, `open.${dataset}`);
    } catch {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'after', message: '翻页参数有误' }] });
    }
  }
}

/** The counties, each with its townships. */
function openPlacesIn(tree: readonly RegionTree[]): { code: string; name: string }[] {
  return tree.flatMap(({ code, name, children }) => [
    ...(isOpenRegion(code) ? [{ code, name }] : []),
    ...openPlacesIn(children),
  ]);
}
