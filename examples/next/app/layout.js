import tag from "../forwhom-tag.json";

export const metadata = { title: "Northwind" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <head>
        {/* Neither async nor deferred: slots are decided before they are painted. */}
        <script src={tag.src} integrity={tag.integrity} />
      </head>
      <body>{children}</body>
    </html>
  );
}
