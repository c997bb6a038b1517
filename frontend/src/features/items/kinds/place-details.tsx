import { type KindDetails, textOf } from './kind-view.ts';

type Position = { latitude: number; longitude: number };

export const place: KindDetails = (fields) => {
  const [address, website, phone] = ['address', 'website', 'phone'].map((name) => textOf(fields[name]));
  const position = fields.position as Position | undefined;
  return [
    ...(address ? [{ term: 'Address', is: address }] : []),
    ...(position ? [{ term: 'Position', is: <PositionLink {...position} /> }] : []),
    ...(website
      ? [
          {
            term: 'Website',
            is: (
              <a href={website} rel="ugc nofollow noopener noreferrer">
                {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
              </a>
            ),
          },
        ]
      : []),
    ...(phone ? [{ term: 'Telephone', is: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> }] : []),
  ];
};

function PositionLink({ latitude, longitude }: Position) {
  const side = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  return (
    <a
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
      rel="nofollow noopener noreferrer"
    >
      {side(latitude, 'N', 'S')}, {side(longitude, 'E', 'W')} on OpenStreetMap
    </a>
  );
}
