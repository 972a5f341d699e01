import { randomBytes } from 'node:crypto';
import { Faults } from './faults.mjs';
import { Quotas } from './quotas.mjs';
import { DEMO_TEMPLATES } from './templates.mjs';

/**
 * @typedef {object} Settings
 * @property {string} appId
 * @property {string} secret
 * @property {{url: string, token: string, aesKey: string | null, format: 'json' | 'xml'} | null} push where events go
 */

/** Everything that WeChat would remember. Its clock can be put forward. */
export class State {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.offset = 0;
    this.reset();
  }

  reset() {
    this.offset = 0;
    this.loginCodes = new Map();
    this.phoneCodes = new Map();
    /** openid → when it was last in the mini-program, ms */
    this.active = new Map();
    /** @type {{value: string, expiresAt: number} | null} */
    this.token = null;
    /** Tokens that were good once, with what WeChat says of them now. */
    this.formerTokens = new Map();
    this.forcedAt = [];
    /** `openid template` → how many messages it may still get */
    this.subscriptions = new Map();
    this.templates = new Map(DEMO_TEMPLATES.map((template) => [template.priTmplId, template]));
    this.messages = [];
    this.sending = new Set();
    this.sendMs = 0;
    this.lastMsgid = 1_988_810_812_324_364_291n;
    /** @type {string[] | null} null: every page is in the released version */
    this.pages = null;
    this.released = true;
    this.imageRules = [];
    this.checks = [];
    this.callbacks = { delayMs: 200, times: 1, hold: false };
    this.deliveries = [];
    this.held = [];
    this.requests = [];
    this.faults = new Faults();
    this.quotas = new Quotas();
  }

  /** ms since 1970 */
  now() {
    return Date.now() + this.offset;
  }

  /** @returns {string} random, of characters as WeChat's */
  random(length) {
    return randomBytes(length).toString('base64url').slice(0, length);
  }

  newOpenid() {
    return `o${this.random(27)}`;
  }

  touch(openid) {
    this.active.set(openid, this.now());
  }
}
