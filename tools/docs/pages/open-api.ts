import { type Type } from '@nestjs/common';
import { describeService } from '@jaki/platform';
import { jsonPage, type Page } from '../markdown.js';

/** What each service answers over REST, as its `/openapi.json` says when it runs: clients are made from these. */
export function openApiPages(services: readonly string[]): Promise<Page[]> {
  return Promise.all(services.map(openApiPage));
}

async function openApiPage(service: string): Promise<Page> {
  const file = new URL(`../../../apps/${service}/src/app.module.ts`, import.meta.url).href;
  const { AppModule } = (await import(file)) as { AppModule: Type };
  return jsonPage(`openapi/${service}.json`, await describeService(AppModule));
}
