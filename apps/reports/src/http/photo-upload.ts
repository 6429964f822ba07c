import { default as multipart } from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusal, validationFailed } from '@jaki/platform';
import { type FastifyInstance, type FastifyRequest } from 'fastify';

const MOST_BYTES = 10 * 1024 * 1024;
// Boundary and headers of the one part.
const AROUND_THE_FILE = 16 * 1024;

/** Lets routes read forms with one file. What comes beyond the limit is read past, so that the client hears our answer. */
@Injectable()
export class PhotoUploads implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would start the server before its error handler is set.
    void server.register(multipart, { limits: { fileSize: MOST_BYTES + 1, files: 1, fields: 0, parts: 1 } });
  }
}

/**
 * The bytes of the form's file.
 *
 * @throws Refusal 413 `body_too_large`, 415 `unsupported_media_type`, 400 when the form has no file or is broken
 */
export async function readPhoto(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) {
    throw new Refusal(415, 'unsupported_media_type', 'Send the photo as multipart/form-data.');
  }
  // Says no to an honest giant before its first byte is read; the limit below stops the others.
  if (Number(request.headers['content-length']) > MOST_BYTES + AROUND_THE_FILE) {
    throw tooLarge();
  }
  const bytes = await readFile(request);
  if (bytes === undefined) {
    throw validationFailed([{ in: 'body', pointer: '/photo', code: 'is_file', detail: 'The form needs one file.' }]);
  }
  // The plugin drops what is beyond the limit, but does not always tell.
  if (bytes.length > MOST_BYTES) throw tooLarge();
  return bytes;
}

async function readFile(request: FastifyRequest): Promise<Buffer | undefined> {
  try {
    return await (await request.file())?.toBuffer();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    // No boundary, cut off, with other fields: the plugin calls some of it a fault of ours, some of it too large.
    throw new Refusal(400, 'malformed_body', 'The form must hold one file and nothing else.', { cause });
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, 'body_too_large', 'A photo has at most 10 MB.');
}
