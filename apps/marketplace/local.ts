import { local } from '@jaki/testing/local';

const NOT_YET = 'its load comes with the load of orders: a business is applied for and checked once in its life';

export default local({
  port: 4003,
  withoutLoad: { OwningController: NOT_YET, CheckingController: NOT_YET, PaymentCodesController: NOT_YET },
});
