import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { type Page, Public } from '@jaki/platform';
import { CountReports } from '../queries/count-reports.js';
import { ListReports } from '../queries/list-reports.js';
import { MapReports } from '../queries/map-reports.js';
import { CountsView, MapView, ReportListView, type ReportSummary } from '../queries/views.dto.js';
import { CountsQuery, MapQuery, PublicListQuery } from './queries.dto.js';

/** What everybody may see: public reports only. */
@Controller('v1/reports')
@Public()
export class PublicReportsController {
  constructor(
    private readonly reports: ListReports,
    private readonly map: MapReports,
    private readonly counts: CountReports,
  ) {}

  /** Public reports, newest first */
  @Get()
  @ApiOkResponse({ type: ReportListView })
  list(@Query() query: PublicListQuery): Promise<Page<ReportSummary>> {
    return this.reports.publicOnes(query);
  }

  /** Public reports in a box as GeoJSON: the newest 2,000 */
  @Get('map')
  @Header('content-type', 'application/geo+json')
  @ApiExtraModels(MapView)
  @ApiOkResponse({ content: { 'application/geo+json': { schema: { $ref: getSchemaPath(MapView) } } } })
  onMap(@Query() query: MapQuery): Promise<MapView> {
    return this.map.execute(query);
  }

  /** How many public reports there are, by state and category */
  @Get('counts')
  @ApiOkResponse({ type: CountsView })
  count(@Query() query: CountsQuery): Promise<CountsView> {
    return this.counts.execute(query);
  }
}
