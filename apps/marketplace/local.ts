import { local } from '@jaki/testing/local';
import { startSandboxAcquirer } from './companions/sandbox-acquirer.js';

const NOT_YET = 'its load comes with the load of orders: a business is applied for and checked once in its life';

const TRADE = 'the load of orders is not in the harness yet; their races are tried by orders-under-load.spec.ts';

export default local({
  port: 4003,
  env: ({ companion }) => ({
    ACQUIRER_URL: companion('acquirer'),
    // No secret: it guards nothing but the sandbox, which has the same one from the start.
    ACQUIRER_SERVER_KEY: 'sandbox-server-key',
    ACQUIRER_CALLBACK_URL: `${companion('marketplace')}/v1/payments/callback`,
  }),
  companions: { acquirer: { port: 4013, shownAt: '/', start: startSandboxAcquirer } },
  withoutLoad: {
    OwningController: NOT_YET,
    CheckingController: NOT_YET,
    PaymentCodesController: NOT_YET,
    OfferingController: NOT_YET,
    OffersController: NOT_YET,
    CuratingController: NOT_YET,
    BasketController: TRADE,
    CheckoutsController: TRADE,
    CallbackController: TRADE,
    OrdersController: TRADE,
    FulfillingController: TRADE,
  },
});
