import { render } from "preact";
import { language, say } from "../words.ts";
import { connect } from "./connect.ts";
import { Panel } from "./frame/panel.tsx";

document.documentElement.lang = language();
document.dir = say("direction");
const place = document.getElementById("panel");
if (place) render(<Panel />, place);
void connect();
