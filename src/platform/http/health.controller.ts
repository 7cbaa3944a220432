import { Controller, Get, Header, Headers, OnModuleInit } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Unauthenticated } from '../../kernel/errors';
import { Config } from '../config/config';
import { registry } from '../metrics';
import { Public } from './entry';
import { mayReadFigures, measureProcess } from './figures';
import { Finding, NotReady, Readiness } from './readiness';

/** That the process lives. */
export class LiveView {
  @ApiProperty({ enum: ['up'] })
  status!: 'up';
}

/** That everything the process needs answers, one by one; and whether the queue does, which it can do without. */
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
    measureProcess();
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
    summary: 'Whether database and migrations are there; 503 when not, or while stopping. A queue that is away is told',
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
    summary: 'Figures for Prometheus, for the bearer token METRICS_TOKEN; in production for nobody without one',
    security: [],
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  metrics(@Headers('authorization') given?: string): Promise<string> {
    if (!mayReadFigures(this.config, given)) throw new Unauthenticated();
    return registry.metrics();
  }
}
