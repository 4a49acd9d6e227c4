"use client";

import { PageError } from "#components/layout/page-error.tsx";

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <PageError {...props} />
    </main>
  );
}
