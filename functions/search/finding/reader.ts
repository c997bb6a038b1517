// Apart from what the projector notes: its bundle knows nothing of how things are found.
export { type Engine, engine } from '../engine.ts';
