import type { ComponentChildren } from "preact";

type IconProps = { readonly children: ComponentChildren; readonly size?: number; readonly name?: string };

/** Icons are strokes of one weight on a field of 20; words beside them carry the meaning. */
function Icon({ children, size = 18, name = "icon" }: IconProps) {
  return (
    <svg
      class={name}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </Icon>
);

export const LibraryIcon = () => (
  <Icon>
    <path d="M4 3.5v13M8 3.5v13M4 16.5h4M4 3.5h4M11.2 4.6l3.1-.9 3 12-3.1.9z" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon size={16} name="chevron">
    <path d="m5 8 5 5 5-5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon size={16}>
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M10 3 2.5 16.5h15zM10 8.2v3.8M10 14.4v.1" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon size={20}>
    <circle cx="10" cy="7" r="3.2" />
    <path d="M4 17c.4-3.4 2.8-5.2 6-5.2s5.6 1.8 6 5.2" />
  </Icon>
);

export const TargetIcon = () => (
  <Icon size={16}>
    <path d="M3 7V4.5A1.5 1.5 0 0 1 4.5 3H7M13 3h2.5A1.5 1.5 0 0 1 17 4.5V7M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13M7 17H4.5A1.5 1.5 0 0 1 3 15.5V13" />
    <circle cx="10" cy="10" r="2" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon size={16}>
    <rect x="7" y="7" width="10" height="10" rx="2" />
    <path d="M13 7V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h2" />
  </Icon>
);

export const SaveIcon = () => (
  <Icon size={16}>
    <path d="M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13" />
  </Icon>
);

export const PenIcon = () => (
  <Icon size={16}>
    <path d="M13.5 3.5l3 3L7 16l-3.8.8L4 13zM11.5 5.5l3 3" />
  </Icon>
);
