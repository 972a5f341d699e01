import { type AttachmentView, DAY_MS, type ErrorBody, MINUTE_MS } from '@consult/shared';
import exifr from 'exifr';
import sharp from 'sharp';
import { AttachmentEntity } from '../../src/attachments/attachment.entity.js';
import { checkPhotoFiles } from '../../src/attachments/check-photo-files.js';
import { openPhotoStore } from '../../src/attachments/open-photo-store.js';
import { photoKeys } from '../../src/attachments/photo-files.js';
import type { PhotoStore } from '../../src/attachments/photo-store.js';
import { UNKNOWN } from '../support/call-route.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, START, type TestEnvironment } from '../support/environment.js';
import { PHOTO_STORES, type TestPhotoStore } from '../support/photo-stores.js';
import { animation, phonePhoto, plainPhoto } from '../support/pictures.js';
import { PLACE, topicInput } from '../support/topics.js';

const HOUR_MS = 60 * MINUTE_MS;
const KINDS = DATABASES.flatMap((database) => (['disk', 's3'] as const).map((store) => ({ database, store })));

describe.each(KINDS)('photos in a $store store, with $database', ({ database, store: kind }) => {
  let place: TestPhotoStore;
  let env: TestEnvironment;
  let store: PhotoStore;
  let resident: Player;

  beforeAll(async () => {
    place = await PHOTO_STORES[kind]();
    const where = { photoStore: place.config, dataDir: place.dataDir };
    env = await createTestEnvironment(database, where);
    store = openPhotoStore(where);
  });
  afterAll(async () => {
    await env.stop();
    await place.stop();
  });
  const comeTo = async (moment: number) => {
    env.clock.set(moment);
    env.cast.forget();
    resident = await env.cast.one('resident', PLACE.township);
  };
  beforeEach(() => comeTo(START));

  const upload = async (content: Uint8Array, key?: string) =>
    resident.client.ok(resident.client.upload<AttachmentView>('p.jpg', content, 'image/jpeg', key));
  const small = async () => upload(await plainPhoto('jpeg'));
  const refused = (content: Uint8Array, key?: string) =>
    resident.client.refusal(resident.client.upload('p.jpg', content, 'image/jpeg', key));
  const open = (address: string) => fetch(`${env.url}${address}`);
  const bytesOf = async (address: string) => Buffer.from(await (await open(address)).arrayBuffer());
  const filesOf = async (id: string) =>
    (await Promise.all(photoKeys(id).map((key) => store.exists(key)))).filter(Boolean).length;
  const allFiles = async () => {
    const keys: string[] = [];
    for await (const key of store.list()) keys.push(key);
    return keys.toSorted();
  };
  const rows = () => env.database.read.count(AttachmentEntity);

  it('are kept upright in three sizes, without place, camera or owner', async () => {
    const original = await phonePhoto();
    expect(await exifr.gps(original)).toMatchObject({
      latitude: expect.closeTo(33.73),
      longitude: expect.closeTo(113.3),
    });
    const photo = await upload(original);
    expect(photo).toMatchObject({ width: 1024, height: 2048 });
    const sizes = await Promise.all([photo.thumbUrl, photo.screenUrl, photo.url].map(bytesOf));
    const seen = await Promise.all(sizes.map((content) => sharp(content).metadata()));
    expect(seen.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['jpeg', 120, 240],
      ['jpeg', 540, 1080],
      ['jpeg', 1024, 2048],
    ]);
    for (const [index, { exif, xmp, iptc, icc, orientation }] of seen.entries()) {
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(await exifr.parse(sizes[index] ?? Buffer.of(), true)).toBeUndefined();
    }
  });

  it('are what their content says, whatever they are called', async () => {
    for (const format of ['png', 'webp'] as const)
      expect(await upload(await plainPhoto(format))).toMatchObject({ width: 8 });
    const before = await allFiles();
    expect(await refused(await plainPhoto('gif'))).toMatchObject({ status: 415, code: 'ATTACHMENT.NOT_A_PICTURE' });
    expect(await refused(Buffer.from('<svg onload="alert(1)"/>'))).toMatchObject({ code: 'ATTACHMENT.NOT_A_PICTURE' });
    const half = (await phonePhoto()).subarray(0, 4_000);
    expect(await refused(half)).toMatchObject({ status: 415, code: 'ATTACHMENT.NOT_A_PICTURE' });
    expect(await refused(await animation())).toMatchObject({ status: 415, code: 'ATTACHMENT.ANIMATED' });
    expect(await allFiles()).toEqual(before);
  });

  it('are refused when a small file would unfold into a huge picture', async () => {
    const bomb = await plainPhoto('png', 10_000, 9_000);
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await refused(bomb)).toMatchObject({ status: 413, code: 'ATTACHMENT.TOO_MANY_PIXELS' });
  });

  it('are shown as a picture and nothing else, to be kept by the one who asked', async () => {
    const { screenUrl } = await small();
    const { headers } = await open(screenUrl);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=7200',
    });
  });

  it('open by their address for at least forty minutes, and not for more than four hours', async () => {
    // Just before the end of a window, where an address lives shortest.
    await comeTo(START + 2 * HOUR_MS - 1);
    const { screenUrl } = await small();
    env.clock.advance(40 * MINUTE_MS);
    expect((await open(screenUrl)).status).toBe(200);
    env.clock.advance(4 * HOUR_MS);
    expect((await open(screenUrl)).status).toBe(404);
    expect((await open(screenUrl.replace('screen', 'full'))).status).toBe(404);
  });

  it('keep their address for a while, so that phones keep the picture', async () => {
    const { id } = await small();
    const topic = await resident.client.ok(
      resident.client.post<{ id: string }>('/topics', topicInput({ photos: [id] })),
    );
    const seen = async () =>
      (await resident.client.ok(resident.client.get<{ photos: AttachmentView[] }>(`/topics/${topic.id}`))).photos[0];
    const first = await seen();
    env.clock.advance(30 * MINUTE_MS);
    expect(await seen()).toEqual(first);
  });

  it('answer one upload sent twice with one photo', async () => {
    const content = await plainPhoto('jpeg', 20);
    const before = { rows: await rows(), files: (await allFiles()).length };
    const key = `twice-${kind}-${database}`;
    const both = await Promise.all([upload(content, key), upload(content, key)]);
    const late = await upload(content, key);
    expect(new Set([...both, late].map(({ id }) => id)).size).toBe(1);
    expect({ rows: await rows(), files: (await allFiles()).length }).toEqual({
      rows: before.rows + 1,
      files: before.files + 3,
    });
  });

  it('say so when the store is down, leave nothing half-written, and go up when it is back', async () => {
    const shown = await small();
    const content = await plainPhoto('jpeg', 30);
    const before = { rows: await rows(), files: await allFiles() };
    const key = `down-${kind}-${database}`;
    await place.goDown();
    try {
      expect(await refused(content, key)).toMatchObject({ status: 503, code: 'ATTACHMENT.STORE_DOWN' });
      const answer = await open(shown.screenUrl);
      expect([answer.status, ((await answer.json()) as ErrorBody).code]).toEqual([503, 'ATTACHMENT.STORE_DOWN']);
    } finally {
      await place.comeBack();
    }
    expect({ rows: await rows(), files: await allFiles() }).toEqual(before);
    const { id } = await upload(content, key);
    expect(await filesOf(id)).toBe(3);
  });

  it('are deleted a day after the last thing they belonged to let them go', async () => {
    await env.work();
    const [kept, dropped, never] = [await small(), await small(), await small()];
    const { submit: _, ...input } = topicInput({ photos: [kept.id, dropped.id] });
    const { id } = await resident.client.ok(
      resident.client.post<{ id: string }>('/topics', { ...input, submit: false }),
    );
    await comeTo(START + DAY_MS + HOUR_MS);
    await env.work();
    expect(await Promise.all([kept, dropped, never].map((photo) => filesOf(photo.id)))).toEqual([3, 3, 0]);
    await resident.client.ok(resident.client.put(`/topics/${id}`, { ...input, photos: [kept.id] }));
    await comeTo(START + 3 * DAY_MS);
    await env.work();
    expect(await Promise.all([kept, dropped].map((photo) => filesOf(photo.id)))).toEqual([3, 0]);
    expect(await env.database.read.countBy(AttachmentEntity, { id: dropped.id })).toBe(0);
    const again = resident.client.post('/topics', topicInput({ photos: [dropped.id] }));
    expect(await resident.client.refusal(again)).toMatchObject({
      code: 'ATTACHMENT.NOT_FOUND',
    });
  });

  it('are found by a check when a file has no row or a row no file', async () => {
    const [whole, lost] = [await small(), await small()];
    await store.delete(photoKeys(lost.id));
    const stray = UNKNOWN;
    for (const key of photoKeys(stray)) await store.write(key, Buffer.from('left over'));
    const check = (remove: boolean) => checkPhotoFiles(env.database.read, store, { now: START, remove });
    const found = await check(false);
    expect(found.withoutRow).toEqual(photoKeys(stray).toSorted());
    expect(found.withoutFile).toContain(lost.id);
    expect(found.withoutFile).not.toContain(whole.id);
    expect(await filesOf(stray)).toBe(3);
    await check(true);
    expect([await filesOf(stray), await filesOf(whole.id)]).toEqual([0, 3]);
  });
});
