import { useRef } from 'react';
import { useLocation } from 'wouter';
import { call } from '../client/call.ts';
import { ProblemError } from '../client/problem.ts';
import { ListForm } from '../features/lists/list-form.tsx';
import { forgetLists } from '../features/lists/queries.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';

const empty = { title: '', description: '', mode: 'open', licence: 'CC-BY-SA-4.0' } as const;

export default function NewListRoute() {
  const [, navigate] = useLocation();
  // One key a form: however often it is sent, it makes one list.
  const key = useRef(crypto.randomUUID());
  return (
    <>
      <Heading title="Make a list" />
      <WithHandle toDo="make a list" back="/lists/new">
        <ListForm
          texts={empty}
          isNew
          draft="list:new"
          submit="Make the list"
          onSubmit={async (body) => {
            const { list } = await call('createList', { body }, { idempotencyKey: key.current }).catch(
              (error: unknown) => {
                // An earlier sending did arrive, with other words: the next one is a new form.
                if (error instanceof ProblemError && error.code === 'idempotency_key_reused')
                  key.current = crypto.randomUUID();
                throw error;
              },
            );
            forgetLists();
            navigate(`/l/${list.id}`);
          }}
        />
      </WithHandle>
    </>
  );
}
