import { type PlaceAmenity, type PlaceCategory, placeAmenities, placeCategories } from './place-categories.ts';

/** Words of questions that stand for a value of a filter of search, beside its label and key. */
export type Asked = {
  param: 'category' | 'amenities' | 'price';
  /** As the filter takes it; of several, with commas between them. */
  value: string;
  label: string;
  words: readonly string[];
};

/** What people say for a category beside what it is called. */
const categoryWords: Partial<Record<PlaceCategory, readonly string[]>> = {
  cafe: ['café', 'coffee', 'coffee shop', 'coffee house', 'coffeehouse', 'coffee bar', 'tea room', 'tea house'],
  restaurant: [
    'place to eat',
    'can i eat',
    'can we eat',
    'somewhere to eat',
    'eatery',
    'dinner',
    'lunch',
    'bistro',
    'diner',
    'food',
  ],
  'fast-food': ['fast food', 'takeout', 'snack bar'],
  bar: ['cocktail bar', 'wine bar', 'beer garden', 'drinks'],
  pub: ['public house', 'brewpub'],
  bakery: ['baker', 'pastry shop'],
  'ice-cream': ['ice cream parlour', 'gelato', 'gelateria'],
  hotel: ['place to stay', 'accommodation', 'motel'],
  hostel: ['backpackers'],
  'guest-house': ['guesthouse', 'bed and breakfast', 'b&b', 'pension'],
  campsite: ['camp site', 'campground', 'camping'],
  gallery: ['art gallery', 'arts centre'],
  monument: ['memorial', 'ruin', 'sight'],
  castle: ['palace', 'fortress'],
  'place-of-worship': ['church', 'mosque', 'temple', 'synagogue', 'cathedral'],
  zoo: ['aquarium'],
  theatre: ['theater', 'playhouse', 'opera house'],
  cinema: ['movie theatre', 'movie theater', 'film theatre'],
  'music-venue': ['concert hall', 'concert venue', 'live music venue'],
  nightclub: ['night club', 'disco'],
  viewpoint: ['view', 'lookout', 'vista'],
  'nature-reserve': ['national park'],
  shop: ['store'],
  bookshop: ['book shop', 'bookstore', 'book store'],
  supermarket: ['grocery', 'grocery store', 'convenience store'],
  market: ['farmers market', 'flea market'],
  transport: ['station', 'train station', 'railway station', 'bus station', 'airport'],
  sports: ['gym', 'sports hall', 'sports centre', 'fitness studio'],
  swimming: ['swimming pool', 'pool', 'public bath'],
  pharmacy: ['chemist', 'drugstore'],
  hospital: ['clinic', 'doctor'],
  'community-centre': ['community center', 'town hall'],
  school: ['university'],
};

/** What people say for an amenity beside what it is called. */
const amenityWords: Partial<Record<PlaceAmenity, readonly string[]>> = {
  wifi: ['wi-fi', 'wlan', 'internet', 'free wifi'],
  sockets: ['power', 'plugs', 'power outlet', 'outlet', 'socket'],
  quiet: ['calm', 'silent', 'peaceful'],
  'outdoor-seating': ['terrace', 'outside seating', 'patio', 'tables outside', 'beer garden seating', 'outdoor seats'],
  wheelchair: ['wheelchair accessible', 'step-free', 'accessible', 'barrier-free'],
  'accessible-toilet': ['accessible toilet', 'accessible bathroom'],
  lift: ['elevator'],
  toilets: ['restroom', 'bathroom', 'wc', 'toilet'],
  'changing-table': ['baby changing', 'nappy changing'],
  children: [
    'kid-friendly',
    'child-friendly',
    'family-friendly',
    'kid friendly',
    'child friendly',
    'family friendly',
    'kids welcome',
    'good for kids',
    'good for children',
  ],
  dogs: [
    'dog-friendly',
    'dogs welcome',
    'dog friendly',
    'pet-friendly',
    'pet friendly',
    'with a dog',
    'with dogs',
    'with my dog',
  ],
  parking: ['car park', 'parking lot'],
  'bicycle-parking': ['bike parking', 'bike rack'],
  charging: ['ev charging', 'charging station', 'charger'],
  cards: ['card payment', 'credit card', 'pay by card'],
  'free-entry': ['free', 'free admission', 'no entry fee', 'free entrance'],
  reservation: ['bookable', 'reserve a table', 'table reservation'],
  takeaway: ['take-away', 'to go'],
  breakfast: ['brunch'],
  vegetarian: ['veggie', 'meat-free'],
  vegan: ['plant-based'],
  'gluten-free': ['coeliac', 'celiac', 'gluten free'],
  'air-conditioning': ['air-conditioned', 'aircon'],
  'smoke-free': ['non-smoking', 'no smoking', 'smoke free'],
  'live-music': ['live bands', 'concerts'],
  'drinking-water': ['water fountain', 'tap water'],
  showers: ['shower'],
};

const prices: Asked[] = [
  { param: 'price', value: '1', label: 'very cheap', words: ['cheapest', 'dirt cheap'] },
  {
    param: 'price',
    value: '1,2',
    label: 'cheap or middling',
    words: [
      'cheap',
      'inexpensive',
      'affordable',
      'budget',
      'low-cost',
      'low cost',
      'not expensive',
      'not too expensive',
      'not pricey',
    ],
  },
  {
    param: 'price',
    value: '2',
    label: 'middling',
    words: ['mid-priced', 'moderate', 'moderately priced', 'mid-range'],
  },
  {
    param: 'price',
    value: '3,4',
    label: 'expensive',
    words: ['pricey', 'upscale', 'fancy', 'luxury', 'luxurious', 'high-end', 'fine dining'],
  },
];

/** The words by which places are asked for. */
export const placeWords: readonly Asked[] = [
  ...placeCategories.map(
    ({ key, label }): Asked => ({ param: 'category', value: key, label, words: categoryWords[key] ?? [] }),
  ),
  ...placeAmenities.map(
    ({ key, label }): Asked => ({ param: 'amenities', value: key, label, words: amenityWords[key] ?? [] }),
  ),
  ...prices,
];
