/** A file's name in a header, where only plain letters may stand by themselves (RFC 6266). */
export function dispositionOf(kind: "inline" | "attachment", name: string): string {
  const plain = name
    .replace(/đ/gi, (letter) => (letter === "đ" ? "d" : "D"))
    .normalize("NFD")
    .replace(/[^\w .()-]/g, "");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
