import { Controller, Get, InternalServerErrorException, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NaturallyIdempotent, Public } from '@jaki/platform';

/**
 * The paths that `OidcEndpoints` answers before Nest does, by name, so that logs and metrics tell them apart. Their
 * parameters are OAuth's, found by the discovery document rather than by OpenAPI.
 */
@ApiExcludeController()
@Controller('oauth')
@Public()
export class OAuthController {
  /** Access, refresh and id tokens: by one-time code, by refresh token, or for a channel's account. */
  @Post('token')
  @NaturallyIdempotent('a code or a refresh token is used up by its first use, which alone gives tokens')
  token(): never {
    return answeredBefore();
  }

  /** Ends the session of a refresh token. */
  @Post('revocation')
  @NaturallyIdempotent('a session that has ended stays ended')
  revocation(): never {
    return answeredBefore();
  }

  /** The public keys that tokens are checked with. */
  @Get('jwks')
  keys(): never {
    return answeredBefore();
  }
}

/** What discovery answers, by name too: so that other methods are told which ones there are. */
@ApiExcludeController()
@Controller('.well-known')
@Public()
export class DiscoveryController {
  /** OpenID Connect Discovery. */
  @Get('openid-configuration')
  openid(): never {
    return answeredBefore();
  }

  /** The same as RFC 8414 names it. */
  @Get('oauth-authorization-server')
  oauth(): never {
    return answeredBefore();
  }
}

function answeredBefore(): never {
  throw new InternalServerErrorException('oidc-provider did not answer');
}
