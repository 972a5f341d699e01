import { DAY_MS, type ErrorBody, ROLES, type Role } from '@consult/shared';
import { RequestMethod } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { WriteInterceptor } from '../../src/common/context/write.interceptor.js';
import { call } from '../support/call-route.js';
import { createTestEnvironment, type TestEnvironment } from '../support/environment.js';
import { ANYONE, LETTERS, ROUTES } from '../support/route-matrix.js';
import { PLACE } from '../support/topics.js';

/** Where one person of each role is. */
const HOME: Readonly<Record<Role, string>> = {
  resident: PLACE.township,
  member: PLACE.township,
  convener: PLACE.township,
  party_committee: PLACE.township,
  department: PLACE.county,
  county_office: PLACE.county,
  admin: PLACE.county,
  city_office: '澄川市',
};

describe('the routes', () => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment('sqlite');
  });
  afterAll(() => env.stop());

  it('all stand in the matrix, and the matrix names no others', async () => {
    const document = (await (await fetch(`${env.url}/api/docs-json`)).json()) as { paths: Record<string, object> };
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    expect(routes.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('say in the API’s description whom they are for', async () => {
    const document = (await (await fetch(`${env.url}/api/docs-json`)).json()) as {
      paths: Record<string, Record<string, { 'x-permission'?: string }>>;
    };
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const route = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
        expect([route, operation['x-permission'] === 'public']).toEqual([route, ROUTES[route] === ANYONE]);
      }
    }
  });

  it('that write have their transaction before anything else, and those that read go without', () => {
    const handlers = [...env.app.get(ModulesContainer, { strict: false }).values()]
      .flatMap(({ controllers }) => [...controllers.values()])
      .flatMap(({ metatype }) => Object.values(Object.getOwnPropertyDescriptors(metatype?.prototype ?? {})))
      .map(({ value }) => value as object)
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler));
    const writes = (handler: object) => ![RequestMethod.GET, RequestMethod.HEAD].includes(methodOf(handler));
    const methodOf = (handler: object): RequestMethod => Reflect.getMetadata(METHOD_METADATA, handler);
    const first = (handler: object) =>
      (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? [])[0] === WriteInterceptor;
    expect(handlers.length).toBeGreaterThanOrEqual(Object.keys(ROUTES).length);
    expect(handlers.filter((handler) => first(handler) !== writes(handler))).toEqual([]);
  });

  it.each(Object.entries(ROUTES))('%s opens for %s', async (route, letters) => {
    const visitor = await call(env.cast.visitor, route);
    expect(visitor.body?.code === 'AUTH.REQUIRED').toBe(letters !== ANYONE);
    for (const role of ROLES) {
      const player = await env.cast.one(role, HOME[role]);
      const { status, body } = await call(player.client, route);
      const opened = !(status === 403 && body?.code === 'AUTH.FORBIDDEN');
      expect([role, opened]).toEqual([role, letters === ANYONE || letters.includes(LETTERS[role])]);
      expect([role, route, status < 500]).toEqual([role, route, true]);
    }
    if (route === 'POST /identity/sign-out') env.cast.forget();
  });

  it('refuse a forged, an expired and a broken token alike', async () => {
    const { client } = await env.cast.one('convener', PLACE.township);
    const token = Reflect.get(client, 'token') as string;
    const tokens = [`${token.slice(0, -3)}abc`, 'nonsense', `${token.split('.')[0]}..`];
    for (const forged of tokens) {
      const response = await fetch(`${env.url}/api/v1/me`, { headers: { authorization: `Bearer ${forged}` } });
      expect([response.status, ((await response.json()) as ErrorBody).code]).toEqual([401, 'AUTH.EXPIRED']);
    }
    env.clock.advance(31 * DAY_MS);
    expect(await client.refusal(client.get('/me'))).toMatchObject({ status: 401, code: 'AUTH.EXPIRED' });
    env.cast.forget();
  });
});
