import { Readable } from 'node:stream';
import {
  BYTE_ORDER_MARK,
  OPEN_LICENCE,
  type OpenDataset,
  type OpenFile,
  type OpenRecord,
  openCsvHeader,
  openCsvLine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { OpenReader } from './open-reader.js';

type Batches = AsyncIterable<OpenRecord[]>;

/** Writes open data as files, a batch at a time. */
@Injectable()
export class OpenFiles {
  constructor(private readonly reader: OpenReader) {}

  /** The file as it is read; it holds one batch in memory however long it is. */
  stream(ctx: RequestContext, file: OpenFile): Readable {
    const batches = this.reader.all(ctx.db, file, ctx.now);
    return Readable.from(WRITERS[file.format](batches, file), { objectMode: false });
  }
}

const WRITERS: Readonly<Record<OpenFile['format'], (batches: Batches, file: OpenFile) => AsyncGenerator<string>>> = {
  csv: (batches, { dataset }) => csv(batches, dataset),
  ndjson: (batches) => ndjson(batches),
  json: (batches, file) => json(batches, file),
};

async function* csv(batches: Batches, dataset: OpenDataset): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${openCsvHeader(dataset)}\r\n`;
  for await (const records of batches) yield records.map((record) => `${openCsvLine(dataset, record)}\r\n`).join('');
}

async function* ndjson(batches: Batches): AsyncGenerator<string> {
  for await (const records of batches) yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

async function* json(batches: Batches, { dataset, region, year }: OpenFile): AsyncGenerator<string> {
  const head = JSON.stringify({ dataset, region, year, licence: OPEN_LICENCE.name });
  yield `${head.slice(0, -1)},"items":[`;
  let first = true;
  for await (const records of batches) {
    yield `${first ? '' : ','}\n${records.map((record) => JSON.stringify(record)).join(',\n')}`;
    first = false;
  }
  yield '\n]}\n';
}
