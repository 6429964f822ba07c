import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Max, Min, NotEquals } from 'class-validator';
import { defined, rupiah } from '@jaki/kernel';
import { IsId, IsOneOf, IsText, NestedList } from '@jaki/platform';
import type { BusinessId } from '../../businesses/domain/business.js';
import { type Category, categoryCodes } from '../domain/categories.js';
import type { OfferId } from '../domain/listing.js';
import { type Unit, unitCodes, units } from '../domain/units.js';
import { type ListingDraft, type OfferDraft } from '../use-cases/listing-draft.js';

/** What a price can be at most, and a quantity in a unit's base. */
const MOST = 1_000_000_000;
const MOST_OFFERS = 100;

export class OfferDto {
  /** Of an offer that the listing has already; left out for a new one. */
  @IsOptional()
  @IsId()
  id?: OfferId;

  /**
   * Tells it from the listing's others.
   * @example Porsi besar
   */
  @IsOptional()
  @IsText(100)
  name?: string;

  @IsOneOf(unitCodes)
  unit!: Unit;

  /**
   * Whole rupiah for one unit.
   * @example 25000
   */
  @IsInt()
  @Min(1)
  @Max(MOST)
  price!: number;

  /** Ordered in multiples of it, in the unit's base (grams for kg); one unit unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  step?: number;

  /** The least that can be ordered, in the unit's base; one step unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  minimum?: number;

  /** What there is of a new offer, in the unit's base; none unless told. Of one that is there already, its stock stays. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  onHand?: number;
}

/** What the owner says of it. */
export class ListingDto {
  /**
   * @example Soto Betawi
   */
  @IsText(120)
  title!: string;

  @IsText(4000)
  description!: string;

  @IsOneOf(categoryCodes)
  category!: Category;

  @NestedList(() => OfferDto)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_OFFERS)
  offers!: OfferDto[];
}

export class NewListingDto extends ListingDto {
  /** Whose it will be: a verified one of the caller's. */
  @IsId()
  businessId!: BusinessId;
}

export class PriceDto {
  /**
   * Whole rupiah for one unit.
   * @example 27000
   */
  @IsInt()
  @Min(1)
  @Max(MOST)
  price!: number;
}

/** Why there is more or less of it. */
const reasons = ['restocked', 'spoiled', 'sold_elsewhere', 'returned'] as const;

export class StockMoveDto {
  /**
   * How much came, or went when below zero, in the unit's base.
   * @example 10
   */
  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @NotEquals(0)
  change!: number;

  @IsOneOf(reasons)
  reason!: string;
}

export class StockCountDto {
  /** What was counted, in the unit's base. */
  @IsInt()
  @Min(0)
  @Max(MOST)
  onHand!: number;

  /** What it was taken for: refused when it is not that any more. */
  @IsInt()
  @Min(0)
  @Max(MOST)
  was!: number;
}

export class StockView {
  /** What there is now, in the unit's base, with what is held for checkouts. */
  onHand!: number;
}

export function draftOf({ title, description, category, offers }: ListingDto): ListingDraft {
  return { title: title.trim(), description, category, offers: offers.map(offerOf) };
}

function offerOf({ id, name, unit, price, step, minimum, onHand = 0 }: OfferDto): OfferDraft {
  const multiple = BigInt(step ?? units[unit].per);
  const terms = { unit, price: rupiah(price), step: multiple, minimum: BigInt(minimum ?? multiple) };
  return { ...terms, onHand: BigInt(onHand), ...defined({ id, name: name?.trim() }) };
}
