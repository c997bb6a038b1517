import { type KindDetails, textOf } from './kind-view.ts';

export const link: KindDetails = (fields) => {
  const url = textOf(fields.url);
  return url
    ? [
        {
          term: 'Address',
          is: (
            <a href={url} rel="ugc nofollow noopener noreferrer">
              {url}
            </a>
          ),
        },
      ]
    : [];
};
