import { Module } from '@nestjs/common';
import { CuratingController } from './http/curating.controller.js';
import { ListingsController } from './http/listings.controller.js';
import { OfferingController } from './http/offering.controller.js';
import { OffersController } from './http/offers.controller.js';
import { FindListing } from './queries/find-listing.js';
import { ListListings } from './queries/list-listings.js';
import { CheckListing } from './use-cases/check-listing.js';
import { DraftListing } from './use-cases/draft-listing.js';
import { KeepStock } from './use-cases/keep-stock.js';
import { OwnListing } from './use-cases/own-listing.js';

/** Listings: what businesses offer, at what price, how much there is of it, and who passed it. */
@Module({
  controllers: [ListingsController, OfferingController, OffersController, CuratingController],
  providers: [DraftListing, OwnListing, CheckListing, KeepStock, ListListings, FindListing],
})
export class ListingsModule {}
