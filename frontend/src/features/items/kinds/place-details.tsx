import { amenityLabel, categoryLabel, priceLabels } from '#shared/items/kinds/place-categories.ts';
import { type KindDetails, textOf } from './kind-view.ts';

type Position = { latitude: number; longitude: number };

export const place: KindDetails = (fields) => {
  const [category, address, website, phone] = ['category', 'address', 'website', 'phone'].map((name) =>
    textOf(fields[name]),
  );
  const price = priceLabels[Number(fields.price) - 1];
  const amenities = Array.isArray(fields.amenities) ? fields.amenities.map(String) : [];
  const position = fields.position as Position | undefined;
  return [
    ...(category ? [{ term: 'What it is', is: categoryLabel(category) }] : []),
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
    ...(price ? [{ term: 'Price', is: `${price} (${fields.price} of ${priceLabels.length})` }] : []),
    ...(amenities.length > 0 ? [{ term: 'It has', is: amenities.map(amenityLabel).join(', ') }] : []),
  ];
};

function PositionLink({ latitude, longitude }: Position) {
  const side = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  return (
    <>
      <a
        href={`https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}`}
        rel="nofollow noopener noreferrer"
      >
        Directions
      </a>
      <br />
      <a
        href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
        rel="nofollow noopener noreferrer"
      >
        {side(latitude, 'N', 'S')}, {side(longitude, 'E', 'W')} on OpenStreetMap
      </a>
    </>
  );
}
