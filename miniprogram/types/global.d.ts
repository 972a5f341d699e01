/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.scss';

/** Scheme, host and port of the API, or '' for the page's own origin; set in config/index.ts. */
declare const API_ORIGIN: string;

/** The 微信云托管 service that the API runs in, null where it has a server of its own; set in config/index.ts. */
declare const CLOUDRUN: { env: string; service: string } | null;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}
