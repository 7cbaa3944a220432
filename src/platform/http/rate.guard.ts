import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';
import { TooMany } from '../../kernel/errors';
import { Config } from '../config/config';

const minute = 60_000;

/** Routes that machines ask at a steady pace of their own. */
const exempt = /^\/(health\/|metrics$)/;

/**
 * Limits the requests of one person, or of one address while nobody is signed in, to so many a minute in this process.
 * It comes after the guard of access, which knows the person. Guessing of passwords is limited elsewhere, in the
 * database, across all processes.
 */
@Injectable()
export class RateGuard implements CanActivate {
  private readonly limit: number;
  private window = 0;
  private counts = new Map<string, number>();

  constructor(config: Config) {
    this.limit = config.rateLimit;
  }

  /** @throws TooMany with the seconds that remain of the minute. */
  canActivate(context: ExecutionContext): boolean {
    if (this.limit === 0) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { actor?: { personId: string } }>();
    if (exempt.test(request.url.split('?', 1)[0] ?? '')) return true;

    const now = performance.now();
    const window = Math.floor(now / minute);
    if (window !== this.window) {
      this.window = window;
      this.counts = new Map();
    }
    const who = request.actor?.personId ?? network(request.ip);
    const count = (this.counts.get(who) ?? 0) + 1;
    this.counts.set(who, count);
    const seconds = Math.ceil(((window + 1) * minute - now) / 1000);
    void http
      .getResponse<FastifyReply>()
      .header('ratelimit-limit', String(this.limit))
      .header('ratelimit-remaining', String(Math.max(0, this.limit - count)))
      .header('ratelimit-reset', String(seconds));
    if (count > this.limit) throw new TooMany(seconds, 'Too many requests. Wait a moment and try again.');
    return true;
  }
}

/** An IPv4 address, or the /64 network of an IPv6 one: a subscriber has a whole network of those. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
