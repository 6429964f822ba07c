import { Module } from '@nestjs/common';
import { BooksController } from './http/books.controller.js';
import { SeeBooks } from './queries/see-books.js';

/** The books: whose the money is that came. */
@Module({ controllers: [BooksController], providers: [SeeBooks] })
export class LedgerModule {}
