import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { WithHandle } from '../features/people/guard.tsx';
import { AddressForm } from '../features/saves/address-form.tsx';
import { askedAddress } from '../features/saves/asked-address.ts';
import { SaveAddress } from '../features/saves/save-address.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';

/** Saves any page of the web: where the bookmarklet, the share target and the extension lead. */
export default function SaveRoute() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const [again, setAgain] = useState(0);
  const asked = askedAddress(search);
  const go = (url: string) => navigate(`/save?url=${encodeURIComponent(url)}`);
  return (
    <>
      <Heading title="Save a page" />
      {asked.refused !== undefined && (
        <Notice title="This is not an address of the web" tone="refused">
          <p>Only addresses that begin with http:// or https:// can be saved. What came was: {asked.refused}</p>
        </Notice>
      )}
      {asked.url === undefined ? (
        <AddressForm onGiven={go} />
      ) : (
        <WithHandle toDo="save this page" back={`/save?${search}`}>
          <SaveAddress
            key={`${asked.url} ${again}`}
            url={asked.url}
            title={asked.title}
            text={asked.text}
            cameFromPage={asked.cameFromPage}
            onAgain={() => setAgain(again + 1)}
          />
        </WithHandle>
      )}
    </>
  );
}
