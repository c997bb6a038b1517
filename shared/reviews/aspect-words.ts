/** By which words a text speaks of an aspect, by the aspect’s key and besides the words of its label. */
export const aspectWords: Readonly<Record<string, readonly string[]>> = {
  writing: ['prose', 'style', 'written'],
  story: ['plot', 'ending', 'thesis'],
  characters: ['character', 'references'],
  food: ['coffee', 'tea', 'cake', 'bread', 'meal', 'menu', 'dish', 'dishes', 'tasty', 'delicious'],
  service: ['staff', 'waiter', 'waitress', 'friendly', 'rude'],
  value: ['price', 'prices', 'cheap', 'expensive', 'overpriced'],
  atmosphere: ['cosy', 'cozy', 'quiet', 'loud', 'noisy', 'crowded'],
  access: ['wheelchair', 'stairs', 'steps', 'lift', 'parking', 'bus', 'train'],
  rooms: ['room', 'bed', 'beds', 'bathroom'],
  cleanliness: ['clean', 'dirty', 'spotless'],
  quiet: ['noise', 'noisy', 'loud', 'peaceful'],
};
