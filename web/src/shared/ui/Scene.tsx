/** Small pictures for the moments when there is nothing to list. Drawn in the colours of the theme. */
const water = 'M8 104q10 7 20 0t20 0 20 0 20 0 20 0 20 0 20 0 20 0';

const scenes = {
  /** A free desk on the shore. */
  desk: (
    <>
      <circle cx="128" cy="34" r="14" fill="var(--oasis-sun)" />
      <path d="M36 66h74M46 66v30M100 66v30M58 66V48h28v18" />
      <path d="M140 96V64c-2-12-10-18-22-18 0 12 8 19 22 18M140 76c2-8 8-13 18-13 0 9-7 14-18 13" />
    </>
  ),
  /** Night over the lake: closed. */
  night: (
    <>
      <path d="M108 62a30 30 0 1 1-34-40 25 25 0 0 0 34 40z" fill="var(--oasis-sun)" stroke="none" />
      <path d="M40 40h.5M136 30h.5M150 58h.5M30 70h.5" strokeWidth="5" />
      <path d="M24 92h132" />
    </>
  ),
  /** A letter in a bottle that has come ashore. */
  post: (
    <>
      <circle cx="138" cy="30" r="12" fill="var(--oasis-sun)" />
      <path d="M52 84l-8-8 42-42 14-2 12-12 8 8-12 12-2 14-42 42z" />
      <path d="M64 78l24-24 8 8-24 24" />
    </>
  ),
  /** Footprints that lead nowhere. */
  lost: (
    <>
      <circle cx="44" cy="32" r="12" fill="var(--oasis-sun)" />
      <path d="M70 90q6-8 12-2t-4 8zM96 74q6-8 12-2t-4 8zM122 84q6-8 12-2t-4 8z" />
      <path d="M24 66q30-22 66-10t66-16" />
    </>
  ),
};

export type SceneName = keyof typeof scenes;

export function Scene({ name }: { name: SceneName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 176 116"
      width="176"
      height="116"
      fill="none"
      stroke="var(--oasis-accent)"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {scenes[name]}
      <path d={water} opacity="0.55" />
    </svg>
  );
}
