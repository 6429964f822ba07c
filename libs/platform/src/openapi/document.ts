import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type ServiceDefinition } from '../service.js';
import { describeCallers } from './callers.js';
import { closeRequests } from './close-requests.js';
import { namePathParameters } from './path-parameters.js';
import { describeProblems } from './problems.js';

/** `/docs` for people, `/openapi.json` for programs. Made at the first request for it, not at every start. */
export async function documentService(app: NestFastifyApplication, definition: ServiceDefinition): Promise<void> {
  const metadata = await definition.openApiMetadata?.();
  if (metadata) await SwaggerModule.loadPluginMetadata(metadata.default);
  SwaggerModule.setup('docs', app, () => openApiOf(app, definition), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
}

/** The OpenAPI 3.1 document of a service. */
export function openApiOf(app: NestFastifyApplication, definition: ServiceDefinition): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(definition.title)
    .setDescription(definition.description ?? '')
    .setVersion('1')
    .addServer('/', 'This service')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'at+jwt',
      description: `For ${definition.audience}`,
    })
    .build();
  const document = describeProblems(namePathParameters(SwaggerModule.createDocument(app, outline)));
  return closeRequests(describeCallers({ ...document, paths: { ...document.paths, ...definition.openApiPaths } }));
}
