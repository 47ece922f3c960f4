/** So near to an edge of the window, in pixels, a page is scrolled. */
const EDGE = 70;
/** Pixels that it is scrolled in a frame, at the edge itself. */
const FASTEST = 18;

/** Scrolls the page while a pointer that drags something is near the upper or lower edge of the window. */
export function scrollAtEdge(): { at: (y: number) => void; stop: () => void } {
  let speed = 0;
  let frame = 0;
  const step = () => {
    window.scrollBy(0, speed);
    frame = speed === 0 ? 0 : requestAnimationFrame(step);
  };
  return {
    at: (y) => {
      const above = Math.max(0, EDGE - y);
      const below = Math.max(0, y - (window.innerHeight - EDGE));
      speed = (FASTEST * (below - above)) / EDGE;
      if (speed !== 0 && frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      speed = 0;
      cancelAnimationFrame(frame);
    },
  };
}
