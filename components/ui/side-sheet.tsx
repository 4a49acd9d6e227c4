import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./overlay.module.css";

/** What is entered or changed beside a page, from the right; on a phone over all of it. */
export function SideSheet({
  opened,
  onClose,
  title,
  closeLabel,
  size = "28rem",
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  size?: string;
  children: ReactNode;
}) {
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Mantine's own header would be a second banner of the page. */}
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={closeLabel} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
