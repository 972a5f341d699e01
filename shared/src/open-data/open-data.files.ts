import { regionLevel } from '../regions/region.js';
import { OPEN_DATASETS, type OpenDataset } from './open-data.fields.js';

/** CSV for spreadsheets, one JSON document, and NDJSON: a record a line. */
export const OPEN_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/** The formats that only programs read. */
export const OPEN_PROGRAM_FORMATS = ['json', 'ndjson'] as const satisfies readonly OpenFormat[];

export const OPEN_FORMAT_LABELS: Readonly<Record<OpenFormat, string>> = {
  csv: '表格（Excel 能打开）',
  json: '整份一个 JSON',
  ndjson: '一行一条 JSON',
};

export const OPEN_MEDIA_TYPES: Readonly<Record<OpenFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** Which rows of a dataset: of a county or township, of one year or of all. */
export interface OpenCut {
  readonly dataset: OpenDataset;
  readonly region: string;
  /** Null: of all years. */
  readonly year: number | null;
}

export interface OpenFile extends OpenCut {
  readonly format: OpenFormat;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** Whether open data are given for such a region: a county or a township. */
export function isOpenRegion(region: string): boolean {
  const level = regionLevel(region);
  return level === 'county' || level === 'township';
}

/** The name of a file, which is the last part of its address: topics-419902-2026.csv. */
export function openFileName({ dataset, region, year, format }: OpenFile): string {
  return `${dataset}-${region}-${year ?? 'all'}.${format}`;
}

/** What a file's name asks for; null when there is no such file. */
export function parseOpenFileName(name: string): OpenFile | null {
  const match = /^([a-z]+)-(\d+)-(\d{4}|all)\.([a-z]+)$/.exec(name);
  if (match === null) return null;
  const [, dataset, region = '', year = '', format] = match;
  if (!OPEN_DATASETS.includes(dataset as OpenDataset) || !OPEN_FORMATS.includes(format as OpenFormat)) return null;
  if (!isOpenRegion(region)) return null;
  if (year !== 'all' && (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR)) return null;
  return {
    dataset: dataset as OpenDataset,
    region,
    year: year === 'all' ? null : Number(year),
    format: format as OpenFormat,
  };
}

export const OPEN_YEARS = { min: FIRST_YEAR, max: LAST_YEAR } as const;
