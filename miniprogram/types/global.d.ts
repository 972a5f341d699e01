/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.scss';

/** Scheme, host and port of the API, or '' for the page's own origin; set in config/index.ts. */
declare const API_ORIGIN: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}
