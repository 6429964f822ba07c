import { Controller, Get } from '@nestjs/common';
import { Caller, type Principal, Requires } from '@jaki/platform';
import { MembershipsOf } from '../queries/memberships-of.js';
import { MeView } from '../queries/views.dto.js';

@Controller('v1/me')
export class MeController {
  constructor(private readonly memberships: MembershipsOf) {}

  /** Who I am here, and what I may act for. */
  @Get()
  @Requires()
  async me(@Caller() { id }: Principal): Promise<MeView> {
    return { id, memberships: await this.memberships.execute(id) };
  }
}
