import sharp from 'sharp';
import type { Player } from '../support/cast.js';
import { Course, OTHER } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { taskSteps } from '../support/tasks.js';

describe.each(DATABASES)('photos of promises before and after on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
  });
  afterAll(() => env.stop());
  const { aMoment, put, refused, seen, taken } = taskSteps(() => ({ env, course }));

  const upload = async ({ client }: Player): Promise<string> => {
    const picture = { width: 8, height: 8, channels: 3, background: '#375' } as const;
    const { body } = await client.upload<{ id: string }>('a.jpg', await sharp({ create: picture }).jpeg().toBuffer());
    return body.id;
  };

  it('stand side by side for everyone, the second added when there is one', async () => {
    const { taskId } = await taken();
    const lead = await course.department();
    const path = `/tasks/${taskId}/photo-pairs`;
    expect(await refused(lead, path, { label: '入口' })).toMatchObject({ code: 'TASK.PHOTO_MISSING' });
    const before = await upload(lead);
    await course.post(lead, path, { label: '入口', before });
    const after = await upload(lead);
    const [pair] = (await seen(taskId)).photoPairs;
    await put(lead, `${path}/${pair?.id}`, { label: '入口', before, after });
    const shown = (await seen(taskId)).photoPairs;
    expect(shown).toMatchObject([{ label: '入口', before: { id: before }, after: { id: after } }]);
    expect((await fetch(`${env.url}${shown[0]?.after?.thumbUrl}`)).status).toBe(200);
    const other = await course.department(OTHER);
    const others = await upload(other);
    expect(await refused(lead, path, { label: '别人的', after: others })).toMatchObject({
      code: 'ATTACHMENT.NOT_FOUND',
    });
    await lead.client.ok(lead.client.delete(`${path}/${pair?.id}`));
    expect((await seen(taskId)).photoPairs).toEqual([]);
  });

  it('are evidence of what is called solved, once there are both, and not once more for the next answer', async () => {
    const { taskId } = await taken();
    const lead = await course.department();
    const path = `/tasks/${taskId}/photo-pairs`;
    const reply = { replyClass: 'A', text: '坡道已修好。', photos: [] };
    const before = await upload(lead);
    await course.post(lead, path, { label: '入口', before });
    const missing = { status: 400, code: 'TASK.EVIDENCE_REQUIRED' };
    expect(await refused(lead, `/tasks/${taskId}/reply`, reply)).toMatchObject(missing);
    const [pair] = (await seen(taskId)).photoPairs;
    const after = await upload(lead);
    await put(lead, `${path}/${pair?.id}`, { label: '入口', before, after });
    await course.post(lead, `/tasks/${taskId}/reply`, reply);
    expect(await course.visit(taskId, 'not_done')).toMatchObject({ state: 'redo' });
    await course.post(lead, `/tasks/${taskId}/restart`);
    aMoment();
    expect(await refused(lead, `/tasks/${taskId}/reply`, reply)).toMatchObject(missing);
    await put(lead, `${path}/${pair?.id}`, { label: '入口', before, after: await upload(lead) });
    await course.post(lead, `/tasks/${taskId}/reply`, reply);
    expect(await seen(taskId)).toMatchObject({ state: 'replied' });
  });
});
