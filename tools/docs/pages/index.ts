import { type SourceTree } from '../../architecture/source-tree.js';
import { type Page } from '../markdown.js';
import { eventsOf, servicesIn } from '../services.js';
import { accessTokenPage } from './access-token.js';
import { asyncApi } from './async-api.js';
import { errorsPage } from './errors.js';
import { eventCatalogue } from './event-catalogue.js';
import { limitsPage } from './limits.js';
import { openApiPages } from './open-api.js';
import { rulesPage } from './rules.js';
import { schemas } from './schemas.js';
import { servicePage } from './service.js';
import { workflowPages } from './workflow.js';

/** Everything that stands in docs/generated. */
export async function pages(tree: SourceTree): Promise<Page[]> {
  const services = servicesIn(tree).map((service) => eventsOf(service, tree));
  const forPeople = [
    eventCatalogue(services),
    rulesPage(),
    errorsPage(tree),
    limitsPage(tree),
    accessTokenPage(),
    ...services.map((service) => servicePage(service, tree)),
  ];
  const rest = await openApiPages(servicesIn(tree));
  return [...(await Promise.all(forPeople)), ...(await workflowPages(tree)), ...schemas(), asyncApi(services), ...rest];
}
