import { Slot } from "forwhom/react";

export const App = () => (
  <main>
    <Slot
      id="hero"
      as="section"
      variations={{
        "hero-partner": <h1>Your partner sent you: moving is included.</h1>,
        neutral: <h1>Welcome back.</h1>,
      }}
    >
      <h1>See the shallow weeks while there is time to steer.</h1>
    </Slot>
    <p>
      <a href="?utm_source=partner">As if a partner had sent you</a> · <a href="/">As anybody</a>
    </p>
  </main>
);
