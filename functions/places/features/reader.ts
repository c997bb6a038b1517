// Apart from what all functions read of places: only what gives them out needs it.
export { featureOf } from '../feature.ts';
