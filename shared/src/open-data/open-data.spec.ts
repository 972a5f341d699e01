import { openCatalogue } from './open-data.catalogue.js';
import { openColumns, openCsvHeader, openCsvLine, openRecord } from './open-data.columns.js';
import { OPEN_DATASETS, OPEN_TABLE_LIST, type OpenRow } from './open-data.fields.js';
import { OPEN_FORMATS, openFileName, parseOpenFileName } from './open-data.files.js';
import { openJsonSchema, openTableSchema } from './open-data.schemas.js';

const TOPIC: OpenRow<'topics'> = {
  code: '7G2K9M4T',
  title: '=HYPERLINK("http://x")',
  category: '养老助老',
  source: 'resident',
  state: 'accepted',
  township: '419902001',
  community: '419902001001',
  raised_on: '2026-06-03',
  accepted_on: null,
  moved_on: '2026-06-04',
  cosigns: 3,
  merged_into: null,
  fate: 'pooled',
};
const PLACES = [
  { code: '419902', name: '城东区' },
  { code: '419902001', name: '曙光街道' },
];
const regionName = (code: string) => `名${code.length}`;

describe('Open data', () => {
  it.each(OPEN_DATASETS)('says the same columns of %s in the CSV, both schemas and the records', (dataset) => {
    const names = openColumns(dataset).map(({ name }) => name);
    const { properties, required } = openJsonSchema(dataset);
    expect(openCsvHeader(dataset).split(',')).toEqual(names);
    expect(openTableSchema(dataset).fields.map(({ name }) => name)).toEqual(names);
    expect(Object.keys(properties)).toEqual(names);
    expect(required).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
    const row = Object.fromEntries(OPEN_TABLE_LIST[dataset].fields.map(({ name }) => [name, null]));
    expect(Object.keys(openRecord(dataset, row as never, regionName))).toEqual(names);
  });

  it.each(OPEN_DATASETS)('tells in the key of %s what is never empty', (dataset) => {
    const columns = openColumns(dataset);
    for (const key of OPEN_TABLE_LIST[dataset].key) {
      expect(columns.find(({ name }) => name === key)).toMatchObject({ type: 'string' });
      expect(columns.find(({ name }) => name === key)?.nullable).toBeUndefined();
    }
  });

  it('has no column for a person, a reason, a text or a moment', () => {
    const all = OPEN_DATASETS.flatMap((dataset) => openColumns(dataset).map(({ name }) => name));
    expect(
      all.filter((name) => /person|raiser|phone|reason|text|description|comment|instruct|_at$/.test(name)),
    ).toEqual([]);
  });

  it('writes a word with its label, a region with its name, and nothing for what is empty', () => {
    const record = openRecord('topics', TOPIC, regionName);
    expect(record).toMatchObject({
      source: 'resident',
      source_name: '群众征题',
      township_name: '名9',
      accepted_on: null,
    });
    expect(openCsvLine('topics', record)).toBe(
      `7G2K9M4T,"'=HYPERLINK(""http://x"")",养老助老,resident,群众征题,accepted,议题库,419902001,名9,419902001001,名12,2026-06-03,,2026-06-04,3,,pooled,在议题库待筛选`,
    );
  });

  it('takes no field that the dataset does not have', () => {
    const row = { ...TOPIC, description: '家住三单元' };
    expect(JSON.stringify(openRecord('topics', row, regionName))).not.toContain('三单元');
  });

  it('puts spaces between the codes of a list', () => {
    const row: OpenRow<'sessions'> = {
      code: 'S1',
      title: '会',
      format: 'micro',
      state: 'announced',
      township: '419902001',
      starts_on: '2026-06-03',
      seats: 10,
      seated: 4,
      topics: ['A', 'B'],
    };
    expect(openCsvLine('sessions', openRecord('sessions', row, regionName)).endsWith(',A B')).toBe(true);
  });

  it('reads the name of every file that it gives', () => {
    for (const dataset of OPEN_DATASETS) {
      for (const format of OPEN_FORMATS) {
        for (const year of [null, 2026]) {
          const file = { dataset, region: '419902', year, format };
          expect(parseOpenFileName(openFileName(file))).toEqual(file);
        }
      }
    }
  });

  it.each([
    'topics-419902-2026',
    'topics-4199-2026.csv',
    'topics-419902001001-2026.csv',
    'people-419902-2026.csv',
    'topics-419902-1999.csv',
    'topics-419902-2026.xlsx',
    '../topics-419902-2026.csv',
    'topics-419902-ALL.csv',
    'topics-abc-all.csv',
  ])('knows no file %s', (name) => {
    expect(parseOpenFileName(name)).toBeNull();
  });

  it('lists every dataset with its licence and a file of each format for each county', () => {
    const catalogue = openCatalogue('https://a.cn/api/v1', PLACES);
    expect(catalogue['dcat:dataset'].map((dataset) => dataset['dcterms:identifier'])).toEqual([...OPEN_DATASETS]);
    for (const dataset of catalogue['dcat:dataset']) {
      expect(dataset['dcterms:license']).toContain('creativecommons.org/licenses/by/4.0');
      const names = dataset['dcat:distribution'].map((one) => one['dcat:downloadURL'].split('/').pop() ?? '');
      expect(names.map((name) => parseOpenFileName(name)?.format)).toEqual([...OPEN_FORMATS]);
    }
  });

  it('names in the catalogue each county and township, and the pattern of their files’ addresses by year', () => {
    const catalogue = openCatalogue('https://a.cn/api/v1', PLACES);
    expect(catalogue['dcterms:spatial'].map((place) => place['dcterms:identifier'])).toEqual(['419902', '419902001']);
    for (const { 'hydra:search': search } of catalogue['dcat:dataset']) {
      expect(search['hydra:mapping'].map((one) => one['hydra:variable'])).toEqual(['region', 'year', 'format']);
      for (const [region, year, format] of [
        ['419902001', '2026', 'csv'],
        ['419902', 'all', 'ndjson'],
      ] as const) {
        const values: Readonly<Record<string, string>> = { region, year, format };
        const address = search['hydra:template'].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
        const file = parseOpenFileName(address.split('/').pop() ?? '');
        expect(file).toMatchObject({ region, year: year === 'all' ? null : 2026, format });
      }
    }
  });
});
