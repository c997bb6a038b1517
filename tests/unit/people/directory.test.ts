import { afterEach, describe, expect, it, vi } from 'vitest';
import { deleteFromUserPool } from '#functions/people/directory.ts';

const answer = (status: number, body: object) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

describe('deleting from the user pool', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['the pool deleted it', 200, {}],
    ['it was gone before', 400, { __type: 'UserNotFoundException', message: 'User does not exist.' }],
    ['its token is of somebody gone', 400, { __type: 'NotAuthorizedException', message: 'Could not verify' }],
  ])('is done where %s', async (_name, status, body) => {
    answer(status, body);
    await expect(deleteFromUserPool('token')).resolves.toBeUndefined();
  });

  it('asks to sign in again where the token was revoked, since the account is still there', async () => {
    answer(400, { __type: 'NotAuthorizedException', message: 'Access Token has been revoked' });
    await expect(deleteFromUserPool('token')).rejects.toMatchObject({ code: 'sign_in_required' });
  });

  it('is to be tried again where the pool is busy or out of reach', async () => {
    answer(400, { __type: 'TooManyRequestsException', message: 'Slow down' });
    await expect(deleteFromUserPool('token')).rejects.toMatchObject({ code: 'try_again' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    await expect(deleteFromUserPool('token')).rejects.toMatchObject({ code: 'try_again' });
  });
});
