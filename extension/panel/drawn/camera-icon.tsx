/** A camera. */
export const CameraIcon = () => (
  <svg
    class="icon"
    width="16"
    height="16"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="M2.5 6.5h3.2l1.4-2h5.8l1.4 2h3.2v9.5h-15z" />
    <circle cx="10" cy="11" r="2.8" />
  </svg>
);
