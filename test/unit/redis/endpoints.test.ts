import { redisEndpoints } from '../../../src/redis/endpoints';

test('with a namespace the endpoints hold in the whole cluster', () => {
  expect(redisEndpoints({ metadata: { name: 'cache', namespace: 'shop' } })).toEqual({
    primary: 'cache-primary.shop.svc:6379',
    secondary: 'cache-replica.shop.svc:6379',
  });
});

test('without one they hold in their own', () => {
  expect(redisEndpoints({ metadata: { name: 'cache' } })).toEqual({
    primary: 'cache-primary:6379',
    secondary: 'cache-replica:6379',
  });
});
