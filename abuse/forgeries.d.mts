interface Key {
  id: string;
  bytes: Buffer;
}

export interface ForgeFacts {
  key: Key;
  otherKey: Key;
  secret: string;
  good: string;
  publicUrl: string;
  /** The present in seconds since 1970. */
  now: () => number;
}

export class Forge {
  constructor(facts: ForgeFacts);
  readonly good: string;
  seconds(): number;
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>, secret?: Buffer, hash?: string): string;
}

export const forgeries: [string, (forge: Forge) => string][];
