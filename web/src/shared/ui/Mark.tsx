/** The mark of the house: two leaves and a sun over water. */
export function Mark({ size = 32 }: { size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" style={{ display: 'block', borderRadius: size / 4 }} />;
}
