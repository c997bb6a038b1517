import type { PlaceCategory } from './place-categories.ts';

/** What schema.org calls places of a category; any other is a local business. */
const types: Partial<Record<PlaceCategory, string>> = {
  cafe: 'CafeOrCoffeeShop',
  restaurant: 'Restaurant',
  'fast-food': 'FastFoodRestaurant',
  bar: 'BarOrPub',
  pub: 'BarOrPub',
  bakery: 'Bakery',
  'ice-cream': 'IceCreamShop',
  hotel: 'Hotel',
  hostel: 'Hostel',
  'guest-house': 'BedAndBreakfast',
  campsite: 'Campground',
  museum: 'Museum',
  gallery: 'ArtGallery',
  library: 'Library',
  monument: 'LandmarksOrHistoricalBuildings',
  castle: 'LandmarksOrHistoricalBuildings',
  'place-of-worship': 'PlaceOfWorship',
  zoo: 'Zoo',
  theatre: 'PerformingArtsTheater',
  cinema: 'MovieTheater',
  'music-venue': 'MusicVenue',
  nightclub: 'NightClub',
  park: 'Park',
  garden: 'Park',
  playground: 'Playground',
  beach: 'Beach',
  viewpoint: 'TouristAttraction',
  'nature-reserve': 'Park',
  shop: 'Store',
  bookshop: 'BookStore',
  supermarket: 'GroceryStore',
  sports: 'SportsActivityLocation',
  swimming: 'PublicSwimmingPool',
  pharmacy: 'Pharmacy',
  hospital: 'Hospital',
  'post-office': 'PostOffice',
  'community-centre': 'CivicStructure',
  school: 'School',
};

export const schemaType = (category?: PlaceCategory): string => (category && types[category]) ?? 'LocalBusiness';

const weekdays = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const simple = new RegExp(`^${weekdays}(?:[-,]${weekdays})* (?:[01]\\d|2[0-4]):[0-5]\\d-(?:[01]\\d|2[0-4]):[0-5]\\d$`);

/** Those rules of opening hours that schema.org's `openingHours` can say: weekdays with one stretch each. */
export const simpleHours = (hours = ''): string[] =>
  hours === '24/7'
    ? ['Mo-Su 00:00-24:00']
    : hours
        .split(';')
        .map((rule) => rule.trim())
        .filter((rule) => simple.test(rule));
