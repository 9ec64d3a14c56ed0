import { render } from "preact";
import { connect } from "./connect.ts";
import { Panel } from "./frame/panel.tsx";

const place = document.getElementById("panel");
if (place) render(<Panel />, place);
void connect();
