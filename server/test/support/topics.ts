import type { Created, TopicCreate } from '@consult/shared';
import type { Cast, Player } from './cast.js';

/** 沿西社区, in 沿河街道 of 城东区: where tests happen unless they say otherwise. */
export const PLACE = {
  county: '城东区',
  township: '沿河街道',
  townshipCode: '419902001',
  community: '419902001001',
} as const;

let written = 0;

/** A topic that passes every check; each has a title of its own. */
export function topicInput(over: Partial<TopicCreate> = {}): TopicCreate {
  written += 1;
  return {
    title: `沿西社区第${written}号院配套建设养老设施`,
    description: '院内六十岁以上老人占近三成，却没有可以坐下来活动、吃饭和量血压的地方。',
    category: '养老助老',
    community: PLACE.community,
    anonymous: false,
    photos: [],
    submit: true,
    ...over,
  };
}

/** A topic in the pool: raised by the first resident, accepted by the convener. */
export async function acceptedTopic(
  cast: Cast,
  over: Partial<TopicCreate> = {},
): Promise<{ id: string; raiser: Player }> {
  const raiser = await cast.one('resident', PLACE.township);
  const convener = await cast.one('convener', PLACE.township);
  const { id } = await raiser.client.ok(raiser.client.post<Created>('/topics', topicInput(over)));
  await convener.client.ok(convener.client.post(`/topics/${id}/accept`));
  return { id, raiser };
}
