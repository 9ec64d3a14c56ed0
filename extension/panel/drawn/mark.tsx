/** The mark: an F built of slots, one of which is for somebody. */
export const Mark = ({ size = 26 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="#14493d" />
    <rect x="8" y="7" width="5" height="18" rx="2.5" fill="#fbf6ec" />
    <rect x="8" y="7" width="16" height="5" rx="2.5" fill="#fbf6ec" />
    <rect x="8" y="14.5" width="8.5" height="5" rx="2.5" fill="#fbf6ec" />
    <circle cx="21.5" cy="17" r="3.2" fill="#ff9b73" />
  </svg>
);
