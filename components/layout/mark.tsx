/** The product's mark: a bowl with a cobalt rim. */
export function Mark() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" fill="#1f4ea3" />
      <path
        d="M6.5 11.5h19c0 6.2-3 10.3-6.4 12h-6.2c-3.4-1.7-6.4-5.8-6.4-12Z"
        fill="none"
        stroke="#fff"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path d="M10 15.2c2 1.7 4 1.7 6 0s4-1.7 6 0" fill="none" stroke="#fff" strokeWidth="1.8" />
      <path d="M12.5 7.8h7" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
