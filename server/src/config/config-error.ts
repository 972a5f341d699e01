/** Says which setting keeps the server from starting. */
export class ConfigError extends Error {}
