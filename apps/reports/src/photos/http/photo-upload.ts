import { default as multipart } from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Refusal, validationFailed } from '@jaki/platform';
import { PHOTO_LIMITS } from '../files/photo-limits.js';

// Boundary and headers of the one part.
const AROUND_THE_FILE = 16 * 1024;

/** Lets routes read forms with one file. What comes beyond the limit is read past, so that the client hears our answer. */
@Injectable()
export class PhotoUploads implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // Room for a second part, so that a form of more than one file is known as such and not cut to its first.
    const limits = { fileSize: PHOTO_LIMITS.bytes + 1, files: 2, fields: 0, parts: 2 };
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Not awaited: that would start the server before its error handler is set.
    void server.register(multipart, { limits });
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
  if (Number(request.headers['content-length']) > PHOTO_LIMITS.bytes + AROUND_THE_FILE) {
    throw tooLarge();
  }
  const bytes = await readFile(request);
  if (bytes === undefined) {
    throw validationFailed([{ in: 'body', pointer: '/photo', code: 'is_file', detail: 'The form needs one file.' }]);
  }
  // The plugin drops what is beyond the limit, but does not always tell.
  if (bytes.length > PHOTO_LIMITS.bytes) throw tooLarge();
  return bytes;
}

async function readFile(request: FastifyRequest): Promise<Buffer | undefined> {
  try {
    let bytes: Buffer | undefined;
    let parts = 0;
    for await (const part of request.files()) {
      parts += 1;
      // What is too much is read past, so that the client hears our answer.
      if (parts === 1) bytes = await part.toBuffer();
      else part.file.resume();
    }
    if (parts > 1) throw malformed();
    return bytes;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    if (cause instanceof Refusal) throw cause;
    // No boundary, cut off, with other fields: the plugin calls some of it a fault of ours, some of it too large.
    throw malformed(cause);
  }
}

function malformed(cause?: unknown): Refusal {
  return new Refusal(400, 'malformed_body', 'The form must hold one file and nothing else.', { cause });
}

function tooLarge(): Refusal {
  return new Refusal(413, 'body_too_large', 'A photo has at most 10 MB.');
}
