import type {
  Bulletin,
  BulletinOpening,
  FigureStay,
  Figures,
  Page,
  SessionSummary,
  TaskSummary,
  TopicSummary,
} from '@consult/shared';
import { request } from '@/services/api';
import type { RowsQuery } from './drill';

const root = (open: boolean) => (open ? '/figures/open' : '/figures');

/** GET /figures for those who answer for a region, GET /figures/open for everyone. */
export const getFigures = (region: string, period: string, open: boolean): Promise<Figures> =>
  request('GET', root(open), { query: { region, period } });

/** GET /figures/topics, /figures/open/topics */
export const listFigureTopics = (query: RowsQuery, open: boolean, after: string | null): Promise<Page<TopicSummary>> =>
  request('GET', `${root(open)}/topics`, { query: { ...query, after } });

/** GET /figures/stays, /figures/open/stays */
export const listFigureStays = (query: RowsQuery, open: boolean, after: string | null): Promise<Page<FigureStay>> =>
  request('GET', `${root(open)}/stays`, { query: { ...query, after } });

/** GET /figures/promises, /figures/open/promises */
export const listFigurePromises = (query: RowsQuery, open: boolean, after: string | null): Promise<Page<TaskSummary>> =>
  request('GET', `${root(open)}/promises`, { query: { ...query, after } });

/** GET /figures/sessions, /figures/open/sessions */
export const listFigureSessions = (
  query: RowsQuery,
  open: boolean,
  after: string | null,
): Promise<Page<SessionSummary>> => request('GET', `${root(open)}/sessions`, { query: { ...query, after } });

const bulletinPath = (county: string, month: string) => `/bulletins/${county}/${month}`;

/** GET /bulletins/:county/:month */
export const getBulletin = (county: string, month: string): Promise<Bulletin> =>
  request('GET', bulletinPath(county, month));

/** PUT /bulletins/:county/:month */
export const writeBulletin = (
  { county, month, ...body }: BulletinOpening & { county: string; month: string },
  idempotencyKey: string,
): Promise<BulletinOpening> => request('PUT', bulletinPath(county, month), { body, idempotencyKey });

/** The 通报 and the 统计表 of a month, for openPaper. */
export const bulletinFiles = (county: string, month: string) => ({
  paper: `${bulletinPath(county, month)}/bulletin.docx`,
  tables: `${bulletinPath(county, month)}/tables.xlsx`,
});
