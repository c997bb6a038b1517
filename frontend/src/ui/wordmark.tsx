/** The mark: an open leaf with its margin rule and one line marked by hand. */
export function Wordmark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 196 36" width="196" height="36" role="img" aria-label="Commonplace">
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round">
        <path d="M18 7.5C14.500 5 8.500 4.500 3 5.500v23c5.500-1 11.500-.5 15 2 3.500-2.500 9.500-3 15-2v-23c-5.500-1-11.500-.5-15 2z" />
        <path d="M18 7.500v23" />
        <path d="M22 12.500c2.500-.9 5-1.200 7.500-1.100M22 22.500c2.500-.9 5-1.200 7.500-1.100" strokeWidth="1" />
        <path d="M22 17.500c2.500-.9 5-1.200 7.500-1.100" stroke="var(--verdigris)" strokeWidth="2.500" />
        <path d="M7.500 7.800v20.500" stroke="var(--margin)" strokeWidth="1" />
      </g>
      <text
        x="42"
        y="26"
        fill="currentColor"
        fontFamily="var(--serif)"
        fontSize="25"
        fontStyle="italic"
        textLength="152"
        lengthAdjust="spacingAndGlyphs"
      >
        Commonplace
      </text>
    </svg>
  );
}
