import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.js';

/** The route reads `multipart/form-data`; every other one answers it 415, whatever a plugin would make of it. */
export const TakesForm = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesForm: true }), ApiConsumes('multipart/form-data'));

/** Refuses forms where none is taken, before anything is read. */
export function refuseForms(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(isForm(request) && !takesForm(request) && !request.is404 ? noForm() : undefined);
  });
}

function isForm({ headers }: FastifyRequest): boolean {
  return /^\s*multipart\//i.test(headers['content-type'] ?? '');
}

function takesForm({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { readonly takesForm?: boolean }).takesForm === true;
}

function noForm(): Refusal {
  return new Refusal(415, 'unsupported_media_type', 'Send the body as application/json.');
}
