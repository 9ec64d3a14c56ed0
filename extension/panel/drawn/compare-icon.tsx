/** Two pages beside each other. */
export const CompareIcon = () => (
  <svg
    class="icon"
    width="18"
    height="18"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <rect x="2.5" y="4" width="6.5" height="12" rx="1.5" />
    <rect x="11" y="4" width="6.5" height="12" rx="1.5" />
    <path d="M4.8 7.5h2M4.8 10h2M13.3 7.5h2" />
  </svg>
);
