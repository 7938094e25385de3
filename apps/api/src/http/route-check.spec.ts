import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ForAudience } from './audience.js';
import { RouteCheck } from './route-check.js';

@Controller('open')
class Forgetful {
  @Get()
  @ForAudience('public')
  declared() {
    return 'fine';
  }

  @Get('hole')
  forgotten() {
    return 'everybody sees this';
  }
}

it('a route without a declared audience does not start', async () => {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [Forgetful],
    providers: [RouteCheck],
  }).compile();
  await expect(module.init()).rejects.toThrow('routes without a declared audience: Forgetful.forgotten');
});
