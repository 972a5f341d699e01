import { createHash, randomBytes } from 'node:crypto';
import { QR_LASTS_MS, QR_PAGE, type QrAsker, type QrSignIn, type QrStateView, type SignedIn } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { WechatApi } from '../wechat/wechat-api.js';
import { toCodedError, WechatError } from '../wechat/wechat-error.js';
import { deviceOf } from './device-of.js';
import { IdentityService } from './identity.service.js';
import { QrSignInEntity } from './qr-sign-in.entity.js';

const SECRET_BYTES = 32;
/** 22 signs that WeChat takes in a code's scene. */
const SCENE_BYTES = 16;

/** A desktop shows a code, a phone that is signed in scans it and says yes, the desktop is signed in. */
@Injectable()
export class QrSignIns {
  constructor(
    private readonly identity: IdentityService,
    private readonly wechat: WechatApi,
  ) {}

  /** @param userAgent of the desktop, for the phone to show */
  async ask(ctx: RequestContext, userAgent: string): Promise<QrSignIn> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const asked: QrSignInEntity = {
      id: newId(ctx.now),
      scene: randomBytes(SCENE_BYTES).toString('base64url'),
      secretHash: sha256(secret),
      state: 'pending',
      device: deviceOf(userAgent),
      personId: null,
      createdAt: ctx.now,
      expiresAt: ctx.now + QR_LASTS_MS,
    };
    await ctx.db.insert(QrSignInEntity, asked);
    return { id: asked.id, secret, scene: asked.scene, expiresAt: asked.expiresAt };
  }

  /** What has become of it, for the desktop. @throws ITEM.NOT_FOUND also for a wrong secret */
  async stateOf(ctx: RequestContext, id: string, secret: string): Promise<QrStateView> {
    const { state, expiresAt } = await this.own(ctx.db, id, secret);
    return { state: state !== 'used' && state !== 'refused' && expiresAt <= ctx.now ? 'expired' : state };
  }

  /** The mini-program code to show. @throws ITEM.NOT_FOUND, WECHAT.OFF */
  async picture(ctx: RequestContext, id: string, secret: string): Promise<Buffer> {
    const { scene } = await this.own(ctx.db, id, secret);
    return this.wechat.codeUnlimited({ scene, page: QR_PAGE }).catch((error: unknown) => {
      throw error instanceof WechatError ? toCodedError(error) : error;
    });
  }

  /** The phone looks who asks; from now on nobody else can answer. @throws AUTH.QR_INVALID */
  async scan(ctx: RequestContext, scene: string): Promise<QrAsker> {
    const { id: personId, signIn } = actorOf(ctx);
    // A desktop that was let in itself lets no other in, or one yes would last for ever.
    if (signIn.way === 'qr' || signIn.way === 'staff') throw new CodedError('AUTH.QR_INVALID');
    await this.move(ctx, { scene, state: 'pending' }, { state: 'scanned', personId });
    const asked = await ctx.db.findOneBy(QrSignInEntity, { scene, state: 'scanned', personId });
    if (asked === null || asked.expiresAt <= ctx.now) throw new CodedError('AUTH.QR_INVALID');
    const { device, createdAt, expiresAt } = asked;
    return { device, createdAt, expiresAt };
  }

  /** The phone says yes, or no. @throws AUTH.QR_INVALID unless this person has scanned it */
  async answer(ctx: RequestContext, scene: string, state: 'confirmed' | 'refused'): Promise<void> {
    const moved = await this.move(ctx, { scene, state: 'scanned', personId: actorOf(ctx).id }, { state });
    if (!moved) throw new CodedError('AUTH.QR_INVALID');
  }

  /** Signs the desktop in, once. @throws AUTH.QR_INVALID before the phone has said yes, ITEM.NOT_FOUND */
  async claim(ctx: RequestContext, id: string, secret: string): Promise<SignedIn> {
    const { personId, device } = await this.own(ctx.db, id, secret);
    const moved = await this.move(ctx, { id, state: 'confirmed' }, { state: 'used' });
    if (!moved || personId === null) throw new CodedError('AUTH.QR_INVALID');
    return this.identity.signedIn(ctx, personId, 'qr', device);
  }

  private async move(
    ctx: RequestContext,
    from: Partial<Pick<QrSignInEntity, 'id' | 'scene' | 'state'> & { personId: string }>,
    to: Partial<Pick<QrSignInEntity, 'state' | 'personId'>>,
  ): Promise<boolean> {
    const { affected } = await ctx.db.update(QrSignInEntity, { ...from, expiresAt: MoreThan(ctx.now) }, to);
    return affected === 1;
  }

  private async own(db: EntityManager, id: string, secret: string): Promise<QrSignInEntity> {
    const asked = await db.findOneBy(QrSignInEntity, { id, secretHash: sha256(secret) });
    if (asked === null) throw notFound();
    return asked;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
