import { mount } from "svelte";
import App from "./App.svelte";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/measures.css";
import "./styles/base.css";
import "./styles/narrow.css";

mount(App, { target: document.getElementById("app")! });
