import { CustomDecorator, SetMetadata } from '@nestjs/common';
import { Role } from '../../kernel/actor';

/** Key under which a route says who may enter. A route without it is refused, and the start fails on it. */
export const ENTRY = 'oasis:entry';

/** `public`: anybody; `signed-in`: any person; otherwise one of the roles, at whatever site. */
export type Entry = 'public' | 'signed-in' | readonly Role[];

/** Anybody may call this route, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata<string, Entry>(ENTRY, 'public');
