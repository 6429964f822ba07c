import { type Rule } from '../rule.js';
import { domainImportsKernelOnly, domainIsPure, domainIsSynchronous } from './domain.js';
import { errorCodeIsOnes } from './error-codes.js';
import { eventHasProducer, eventIsComplete } from './events.js';
import { filesAreSmall, noDrawers, noTestIsOff } from './files.js';
import { foldersAreAcyclic } from './folders.js';
import { appsImportNoApps, importsAreDeclared, noImportCycles, testingOnlyInTests } from './imports.js';
import {
  consumersInTheirOwnFile,
  environmentInConfigOnly,
  httpExceptionsInHttpOnly,
  kafkaInOneFolder,
  sqlAwayFromTheEdges,
} from './places.js';
import { postTakesKey, routeSaysWho } from './routes.js';
import { contextsOnlyInSources } from './sources.js';

/** Every structural rule. Each has a folder in `../planted` that breaks it, and it alone. */
export const rules: readonly Rule[] = [
  domainImportsKernelOnly,
  domainIsSynchronous,
  domainIsPure,
  kafkaInOneFolder,
  environmentInConfigOnly,
  httpExceptionsInHttpOnly,
  consumersInTheirOwnFile,
  sqlAwayFromTheEdges,
  routeSaysWho,
  postTakesKey,
  errorCodeIsOnes,
  eventIsComplete,
  eventHasProducer,
  contextsOnlyInSources,
  appsImportNoApps,
  noImportCycles,
  foldersAreAcyclic,
  importsAreDeclared,
  testingOnlyInTests,
  filesAreSmall,
  noDrawers,
  noTestIsOff,
];
