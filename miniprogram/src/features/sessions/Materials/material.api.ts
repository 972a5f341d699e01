import type { Created, MaterialDetail, MaterialInput, SessionMaterials } from '@consult/shared';
import { request } from '@/services/api';

/** GET /sessions/:id/materials */
export const listMaterials = (sessionId: string): Promise<SessionMaterials> =>
  request('GET', `/sessions/${sessionId}/materials`);

/** GET /sessions/:id/materials/:materialId */
export const getMaterial = (sessionId: string, id: string): Promise<MaterialDetail> =>
  request('GET', `/sessions/${sessionId}/materials/${id}`);

/** POST /sessions/:id/materials */
export const addMaterial = (sessionId: string, body: MaterialInput, idempotencyKey: string): Promise<Created> =>
  request('POST', `/sessions/${sessionId}/materials`, { body, idempotencyKey });

/** DELETE /sessions/:id/materials/:materialId */
export const removeMaterial = (sessionId: string, id: string, idempotencyKey: string): Promise<unknown> =>
  request('DELETE', `/sessions/${sessionId}/materials/${id}`, { idempotencyKey });
