import { regionLevel } from '../regions/region.js';
import { OPEN_DATASETS, OPEN_TABLE_LIST, type OpenDataset } from './open-data.fields.js';
import { OPEN_FORMATS, OPEN_MEDIA_TYPES, openFileName } from './open-data.files.js';
import { OPEN_SCHEMA_VERSION } from './open-data.schemas.js';

/** 知识共享 署名 4.0 国际 */
export const OPEN_LICENCE = {
  name: 'CC BY 4.0',
  title: '知识共享 署名 4.0 国际许可协议',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
} as const;

/** Where the open data are, below the API's own address. */
export const OPEN_PATHS = {
  catalogue: '/open',
  schema: (dataset: OpenDataset) => `/open/${dataset}/table-schema`,
  jsonSchema: (dataset: OpenDataset) => `/open/${dataset}/json-schema`,
  rows: (dataset: OpenDataset) => `/open/${dataset}`,
  file: (name: string) => `/open/files/${name}`,
} as const;

/** How to cite a file. @param date YYYY-MM-DD of the download */
export function openCitation(place: string, title: string, date: string): string {
  return `有事好商量 · ${place}：《${title}》数据集，${date} 下载，${OPEN_LICENCE.name}。`;
}

/** A county or township as the catalogue names it. */
export interface OpenPlace {
  readonly code: string;
  readonly name: string;
}

/** What stands in the pattern of a file's address. */
const FILE_VARIABLES = {
  region: '县（区）6 位或乡镇（街道）9 位的区划代码，见 dcterms:spatial',
  year: '4 位年份，all 是全部年份',
  format: OPEN_FORMATS.join('、'),
} as const;

/**
 * What there is, as a DCAT 3 catalogue in JSON-LD (https://www.w3.org/TR/vocab-dcat-3/): the whole of each county, and the
 * pattern of the address of each other file, of a county or township and of a year.
 * @param base the API's own address, e.g. https://example.cn/api/v1
 */
export function openCatalogue(base: string, places: readonly OpenPlace[]) {
  const counties = places.filter(({ code }) => regionLevel(code) === 'county');
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcterms: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      hydra: 'http://www.w3.org/ns/hydra/core#',
    },
    '@id': base + OPEN_PATHS.catalogue,
    '@type': 'dcat:Catalog',
    'dcterms:title': '有事好商量开放数据',
    'dcterms:description':
      '县（区）和乡镇（街道）协商活动的去标识数据：议题、协商活动、成果、承诺、评议人数和办理过程。',
    'dcterms:language': 'zh-CN',
    'dcterms:license': OPEN_LICENCE.url,
    'dcterms:spatial': places.map(({ code, name }) => ({
      '@type': 'dcterms:Location',
      'dcterms:identifier': code,
      'dcterms:title': name,
    })),
    'dcat:dataset': OPEN_DATASETS.map((dataset) => describe(base, dataset, counties)),
  };
}

function describe(base: string, dataset: OpenDataset, counties: readonly OpenPlace[]) {
  const { title, about, yearOf } = OPEN_TABLE_LIST[dataset];
  return {
    '@id': base + OPEN_PATHS.rows(dataset),
    '@type': 'dcat:Dataset',
    'dcterms:identifier': dataset,
    'dcterms:title': title,
    'dcterms:description': `${about}按${yearOf}分年。`,
    'dcterms:license': OPEN_LICENCE.url,
    'dcterms:accrualPeriodicity': 'http://purl.org/cld/freq/continuous',
    'dcterms:conformsTo': base + OPEN_PATHS.schema(dataset),
    'dcat:version': OPEN_SCHEMA_VERSION,
    'hydra:search': {
      '@type': 'hydra:IriTemplate',
      'hydra:template': base + OPEN_PATHS.file(`${dataset}-{region}-{year}.{format}`),
      'hydra:mapping': Object.entries(FILE_VARIABLES).map(([variable, about]) => ({
        '@type': 'hydra:IriTemplateMapping',
        'hydra:variable': variable,
        'hydra:required': true,
        'dcterms:description': about,
      })),
    },
    'dcat:distribution': counties.flatMap(({ code, name }) =>
      OPEN_FORMATS.map((format) => ({
        '@type': 'dcat:Distribution',
        'dcterms:title': `${title} · ${name}`,
        'dcterms:spatial': code,
        'dcat:mediaType': OPEN_MEDIA_TYPES[format].split(';')[0],
        'dcat:downloadURL': base + OPEN_PATHS.file(openFileName({ dataset, region: code, year: null, format })),
      })),
    ),
  };
}
