@Public()
export class ReportMap {
  @Get()
  map() {}
}
