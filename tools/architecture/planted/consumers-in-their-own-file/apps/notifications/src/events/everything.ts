export class Everything {
  @OnEvent('reports.report.filed.v1') // breaks
  filed() {}

  @OnEvent('reports.report.routed.v1') // breaks
  routed() {}
}
