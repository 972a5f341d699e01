import type { MaterialAudience, MaterialExtension, MaterialKind } from './material.rules.js';

/** POST /material-files (multipart, field `file`): kept for a day until a paper is made of it. */
export interface MaterialFile {
  id: string;
  kind: MaterialKind;
  bytes: number;
}

/** POST /sessions/:id/materials: a file, or a page of text. */
export interface MaterialInput {
  title: string;
  audience: MaterialAudience;
  /** The item of the programme that it is about; left out for the whole session. */
  itemId?: string;
  /** Exactly one of the two. */
  fileId?: string;
  text?: string;
}

export interface SessionMaterial {
  id: string;
  title: string;
  kind: MaterialKind;
  audience: MaterialAudience;
  itemId: string | null;
  /** Of a file. */
  bytes: number | null;
  extension: MaterialExtension | null;
  /** A path under the API's origin that downloads the file without a token, for at least a quarter of an hour. */
  url: string | null;
  addedAt: number;
  /** It came later than it should have before the session. */
  late: boolean;
}

/** GET /sessions/:id/materials: those that the viewer may read, oldest first. */
export interface SessionMaterials {
  items: SessionMaterial[];
  /** By when they are to be out; null where that is not asked. */
  dueAt: number | null;
  canManage: boolean;
}

/** GET /sessions/:id/materials/:materialId */
export interface MaterialDetail extends SessionMaterial {
  /** Of a page of text. */
  text: string | null;
}
