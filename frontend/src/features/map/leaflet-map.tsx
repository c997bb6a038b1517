import 'leaflet/dist/leaflet.css';
import * as L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { siteConfig } from '../../client/config.ts';
import { type Pin, type Point, type View, viewOf } from './geometry.ts';
import styles from './map.module.css';
import { pilesOf } from './piles.ts';

export type MapProps = {
  pins: readonly Pin[];
  /** What it is a map of, for those who do not see it. */
  label: string;
  size: 'page' | 'part';
  /** Where it begins; without it, so that all pins are in it. */
  start?: View | undefined;
  /** Where somebody is. */
  me?: Point | undefined;
  /** Another text has it show all pins, and where somebody is, anew; false leaves the view as it is. */
  fit?: string | false;
  /** How many of the pins, from the first on, that shows; without it all of them. */
  fitFirst?: number | undefined;
  /** How far an area reaches from its middle. */
  circle?: (Point & { metres: number }) | undefined;
  /** The one whose number is marked. */
  chosen?: string | undefined;
  onChoose?: (id: string) => void;
  /** Told after every move; `byHand` where somebody moved it. */
  onView?: (view: View, byHand: boolean) => void;
};

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
/** Pins reach above their points, and to the right. */
const room: L.FitBoundsOptions = { paddingTopLeft: [16, 44], paddingBottomRight: [44, 16] };
const at = ({ latitude, longitude }: Point): L.LatLngTuple => [latitude, longitude];

/** What stands under the pictures, and in their place where there are none: lines that move with the map. */
const Grid = L.GridLayer.extend({
  createTile() {
    const tile = document.createElement('div');
    tile.className = styles.grid ?? '';
    return tile;
  },
}) as new () => L.GridLayer;

function credit({ by, link }: { by: string; link?: string }): string {
  const text = document.createElement(link ? 'a' : 'span');
  text.textContent = by;
  if (link?.startsWith('https://')) text.setAttribute('href', link);
  return text.outerHTML;
}

/** The pictures, as the site has them from wherever its owner chose; `onFail` where none comes. */
async function addTiles(map: L.Map, onFail: () => void): Promise<void> {
  const { tiles } = await siteConfig();
  if (!tiles) return;
  const layer = L.tileLayer(tiles.url, { attribution: credit(tiles), maxZoom: 19, className: styles.tiles ?? '' });
  let came = 0;
  layer.on('tileload', () => came++);
  layer.on('tileerror', () => came === 0 && onFail());
  layer.addTo(map);
}

/** A pin with its number, or how many lie there. */
function pinIcon(says: string, isPile: boolean, isChosen: boolean): L.DivIcon {
  const mark = document.createElement('span');
  mark.textContent = says;
  return L.divIcon({
    className: `${styles.pin} ${isPile ? styles.pile : ''} ${isChosen ? styles.chosen : ''}`,
    html: mark,
    iconSize: isPile ? [36, 36] : [30, 30],
    // The lower left corner of a pin points.
    iconAnchor: isPile ? [18, 18] : [0, 30],
    popupAnchor: isPile ? [0, -16] : [15, -28],
  });
}

/** See `PlaceMap`. */
export function LeafletMap(props: MapProps) {
  const { pins, label, size, start, me, fit, circle, chosen } = props;
  const element = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<L.Map>();
  const [isBare, setBare] = useState(false);
  const [, navigate] = useLocation();
  const byItself = useRef(false);
  // Listeners stay for as long as the map does, and call what is wanted now.
  const now = useRef({ ...props, navigate });
  now.current = { ...props, navigate };

  useEffect(() => {
    if (!element.current) return;
    const isPart = size === 'part';
    const still = isStill();
    const made = L.map(element.current, {
      attributionControl: false,
      worldCopyJump: true,
      minZoom: 1,
      maxZoom: 19,
      maxBounds: [
        [-85.06, Number.NEGATIVE_INFINITY],
        [85.06, Number.POSITIVE_INFINITY],
      ],
      // Within a page a finger or a wheel moves the page.
      dragging: !(isPart && L.Browser.mobile),
      scrollWheelZoom: !isPart,
      zoomControl: false,
      zoomAnimation: !still,
      fadeAnimation: false,
      markerZoomAnimation: !still,
      inertia: !still,
    });
    L.control.attribution({ prefix: false }).addTo(made);
    // Where a thumb is.
    L.control.zoom({ position: 'bottomright' }).addTo(made);
    L.control.scale({ imperial: false }).addTo(made);
    new Grid().addTo(made);
    made.on('moveend', () => {
      const bounds = made.getBounds();
      const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
      now.current.onView?.(viewOf({ south, west, north, east }), !byItself.current);
    });
    byItself.current = true;
    const { start: from } = now.current;
    if (from)
      made.fitBounds([
        [from.south, from.west],
        [from.north, from.east < from.west ? from.east + 360 : from.east],
      ]);
    else made.setView([30, 10], 1);
    byItself.current = false;
    let here = true;
    addTiles(made, () => here && setBare(true)).catch(() => here && setBare(true));
    setMap(made);
    return () => {
      here = false;
      made.remove();
    };
  }, [size]);

  // What is drawn, kept as one thing while it stays the same, however often the page around it changes.
  const drawing = useSame({ pins, me, circle });

  // Shows all of it at the beginning, unless a view was asked for, and whenever that is wished anew.
  const fitted = useRef<unknown>(start && fit === undefined ? drawing : undefined);
  useEffect(() => {
    const wish = fit ?? drawing;
    if (!map || wish === false || fitted.current === wish) return;
    const { pins, me, circle } = drawing;
    const points = [...pins.slice(0, now.current.fitFirst), ...(me ? [me] : [])].map(at);
    const bounds = circle
      ? L.latLng(at(circle)).toBounds(2 * circle.metres)
      : points.length > 0 && L.latLngBounds(points);
    if (!bounds) return;
    fitted.current = wish;
    byItself.current = true;
    map.fitBounds(bounds, { ...room, maxZoom: 16, animate: false });
    byItself.current = false;
  }, [map, fit, drawing]);

  const marks = useRef(new Map<string, (isChosen: boolean) => void>());
  useEffect(() => {
    if (!map) return;
    const { pins, me, circle } = drawing;
    const layer = L.layerGroup().addTo(map);
    if (circle) L.circle(at(circle), { radius: circle.metres, className: styles.circle, weight: 1 }).addTo(layer);
    if (me)
      L.circleMarker(at(me), { radius: 8, className: styles.me, weight: 3 }).bindTooltip('You are here').addTo(layer);
    const pinned = L.layerGroup().addTo(layer);
    const draw = () => {
      pinned.clearLayers();
      marks.current.clear();
      for (const pile of pilesOf(pins.map((pin) => map.latLngToLayerPoint(at(pin))))) {
        const of = pile.flatMap((index) => pins[index] ?? []);
        const { marker, choose } = markOf(of, pile[0] ?? 0, map, now);
        choose(of.some(({ id }) => id === now.current.chosen));
        marker.addTo(pinned);
        for (const { id } of of) marks.current.set(id, choose);
      }
    };
    draw();
    map.on('zoomend', draw);
    return () => {
      map.off('zoomend', draw);
      marks.current.clear();
      layer.remove();
    };
  }, [map, drawing]);

  useEffect(() => {
    if (chosen === undefined || !drawing) return;
    marks.current.get(chosen)?.(true);
    return () => marks.current.get(chosen)?.(false);
  }, [chosen, drawing]);

  return (
    <div>
      <section ref={element} className={styles.map} data-size={size} aria-label={label} data-map={map ? 'here' : ''} />
      {isBare && (
        <p className={styles.bare} role="status">
          The map’s pictures do not load. Pins, distances and the list do without.
        </p>
      )}
    </div>
  );
}

/** The value that came first of those that say the same. */
function useSame<T>(value: T): T {
  const held = useRef(value);
  if (JSON.stringify(held.current) !== JSON.stringify(value)) held.current = value;
  return held.current;
}

type Now = { current: MapProps & { navigate: (to: string) => void } };

/** What lies in one place on the screen: a press tells what it is, or looks closer where that takes it apart. */
function markOf(pins: readonly Pin[], first: number, map: L.Map, now: Now) {
  const isPile = pins.length > 1;
  const says = isPile ? `×${pins.length}` : String(first + 1);
  const bounds = L.latLngBounds(pins.map(at));
  const where = isPile ? bounds.getCenter() : bounds.getSouthWest();
  const marker = L.marker(where, { icon: pinIcon(says, isPile, false), keyboard: false });
  marker.on('click', () => {
    const closer = { padding: L.point(48, 48), maxZoom: 18 };
    if (isPile && Math.min(18, map.getBoundsZoom(bounds, false, closer.padding)) > map.getZoom())
      return map.fitBounds(bounds, closer);
    if (pins[0]) now.current.onChoose?.(pins[0].id);
    marker.unbindPopup().bindPopup(popupOf(pins, now.current.navigate), { maxWidth: 240 }).openPopup();
  });
  const choose = (isChosen: boolean) =>
    // The first of a list lie over those after it.
    marker.setIcon(pinIcon(says, isPile, isChosen)).setZIndexOffset(isChosen ? 10_000 : -first * 10);
  return { marker, choose };
}

function popupOf(pins: readonly Pin[], navigate: (to: string) => void): HTMLElement {
  const list = document.createElement('ul');
  for (const { id, title } of pins) {
    const link = document.createElement('a');
    link.href = `/i/${id}`;
    link.textContent = title;
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      navigate(link.pathname);
    });
    list.appendChild(document.createElement('li')).append(link);
  }
  return list;
}
