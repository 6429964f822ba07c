import { Module } from '@nestjs/common';
import { SearchController } from './http/search.controller.js';
import { SearchListings } from './queries/search-listings.js';

/** Finding what is offered, by words. */
@Module({ controllers: [SearchController], providers: [SearchListings] })
export class SearchModule {}
