import { Controller, Get, Header, Headers, OnModuleInit } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { collectDefaultMetrics } from 'prom-client';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Unauthenticated } from '../../kernel/errors';
import { Config } from '../config/config';
import { registry } from '../metrics';
import { Public } from './entry';
import { Finding, NotReady, Readiness } from './readiness';

/** That the process lives. */
export class LiveView {
  @ApiProperty({ enum: ['up'] })
  status!: 'up';
}

/** That everything the process needs answers, one by one. */
export class ReadyView extends LiveView {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: ['up', 'down'] } })
  checks!: Record<string, Finding>;
}

/** What the machines around us ask: load balancers, orchestrators, Prometheus. Outside of `/api/v1`. */
@ApiTags('health')
@Controller()
export class HealthController implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    if (!registry.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics({ register: registry });
  }

  @Get('health/live')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the process lives', security: [] })
  @ApiOkResponse({ type: LiveView })
  live(): LiveView {
    return { status: 'up' };
  }

  @Get('health/ready')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Whether database, migrations and queue are there; 503 when not, or while stopping',
    security: [],
  })
  @ApiOkResponse({ type: ReadyView })
  @ApiServiceUnavailableResponse({ description: 'Not ready; `checks` says what is down' })
  async ready(): Promise<ReadyView> {
    const { ready, checks } = await this.readiness.look();
    if (!ready) throw new NotReady(checks);
    return { status: 'up', checks };
  }

  @Get('metrics')
  @Public()
  @Header('cache-control', 'no-store')
  @Header('content-type', registry.contentType)
  @ApiOperation({
    summary: 'Figures for Prometheus; asks for METRICS_TOKEN as a bearer token when that is set',
    security: [],
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  metrics(@Headers('authorization') given?: string): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken !== undefined && !same(given ?? '', `Bearer ${metricsToken}`)) throw new Unauthenticated();
    return registry.metrics();
  }
}

/** Compares without telling by the time it takes how much was right. */
function same(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
