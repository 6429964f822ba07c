import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { newId, type OrganisationId } from '@jaki/kernel';
import { By, type Page, Public, Requires, UuidPipe } from '@jaki/platform';
import { OrganisationRegister } from '../queries/organisation-register.js';
import { type OrganisationView } from '../queries/views.dto.js';
import { ChangeOrganisation } from '../use-cases/change-organisation.js';
import { RegisterOrganisations } from '../use-cases/register-organisations.js';
import {
  ChangeOrganisationDto,
  OrganisationQuery,
  RegisteredView,
  RegisterOrganisationDto,
} from './organisations.dto.js';

@Controller('v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly registration: RegisterOrganisations,
    private readonly change: ChangeOrganisation,
  ) {}

  /** All organisations, or those of a kind, competent in a region, responsible for a category. */
  @Get()
  @Public()
  list(@Query() query: OrganisationQuery): Promise<Page<OrganisationView>> {
    return this.register.list(query);
  }

  /** One organisation as it is now. */
  @Get(':id')
  @Public()
  one(@Param('id', UuidPipe) id: OrganisationId): Promise<OrganisationView> {
    return this.register.one(id);
  }

  /** Takes an organisation into the platform. */
  @Post()
  @Requires('registrar')
  async add(@Body() body: RegisterOrganisationDto, @By() { once }: By): Promise<RegisteredView> {
    const { name, kind, parentId, regions, categories = [] } = body;
    const asked = { id: newId<'organisation'>(), name, kind, regions, categories };
    const [id = asked.id] = await this.registration.execute([{ ...asked, ...(parentId && { parentId }) }], once);
    return { id };
  }

  /** Changes what is given and leaves the rest. */
  @Post(':id/change')
  @HttpCode(204)
  @Requires('registrar')
  alter(
    @Param('id', UuidPipe) id: OrganisationId,
    @Body() changes: ChangeOrganisationDto,
    @By() { once }: By,
  ): Promise<void> {
    return this.change.execute({ id, changes }, once);
  }
}
