import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { en } from "./i18n/en";
import { es } from "./i18n/es";

const petrol: MantineColorsTuple = [
  "#e9f5f3", "#d0e9e5", "#a5d4cd", "#75bcb1", "#48a498", "#268d81", "#0f766b", "#0b645b", "#08514a", "#053c37",
];
const ember: MantineColorsTuple = [
  "#fdf1ea", "#f8dfd0", "#efbd9f", "#e59a6d", "#da7a43", "#cb6128", "#b04c18", "#923d12", "#74300e", "#57240a",
];
const iris: MantineColorsTuple = [
  "#f0effb", "#dfddf5", "#bfbbea", "#9f99df", "#837bd4", "#6d63c9", "#5a50b4", "#4a4196", "#3b3479", "#2d285d",
];
/** Neutrals lean towards green, so that surfaces and the primary colour belong together. */
const gray: MantineColorsTuple = [
  "#f7f9f8", "#eff2f1", "#e3e8e6", "#d3dad7", "#b6c0bc", "#8d9995", "#6a7672", "#55615d", "#38423f", "#1c2422",
];
const dark: MantineColorsTuple = [
  "#e2e8e6", "#c3ccc9", "#9eaaa6", "#75827e", "#414c49", "#303a37", "#242c2a", "#1b2220", "#151b19", "#0f1413",
];

/** Notifications stand outside of the components that know the language; the page knows it, too. */
const labelled = {
  get "aria-label"() {
    return (document.documentElement.lang === "es" ? es : en).app.close;
  },
};

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 6, dark: 6 },
  colors: { petrol, ember, iris, gray, dark },
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  defaultRadius: "md",
  cursorType: "pointer",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "32px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  headings: { fontWeight: "600", sizes: { h1: { fontSize: "20px" }, h2: { fontSize: "16px" }, h3: { fontSize: "14px" } } },
  components: {
    Alert: {
      vars: (_theme: unknown, { color }: { color?: string }) => ({
        root: color === "red" ? { "--alert-bg": "var(--danger-soft)", "--alert-color": "var(--danger)" } : {},
      }),
      styles: { message: { color: "inherit" } },
    },
    Drawer: { styles: { title: { fontWeight: 600, fontSize: "15px" }, header: { padding: "6px 12px 6px 16px", minHeight: 48 } } },
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm" } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: "xs" } },
    Notification: { defaultProps: { closeButtonProps: labelled } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: "md", position: "bottom-end", transitionProps: { duration: 90 } } },
    Modal: { styles: { title: { fontWeight: 600, fontSize: "15px" } }, defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.4 } } },
  },
});

/** Names by meaning, for both schemes; the style sheets use only these. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1c2422",
    "--mantine-color-dimmed": "#5a6662",
    "--mantine-color-placeholder": "#66726e",
    "--mantine-color-default-border": "#d3dad7",
    "--mantine-color-error": "#b42318",
    "--ground": "#f4f6f5",
    "--surface": "#ffffff",
    "--sunken": "#eff2f1",
    "--line": "#e3e8e6",
    "--hover": "#eef2f0",
    "--chosen": "#e2f0ed",
    "--ink": "#1c2422",
    "--ink-soft": "#55615d",
    "--accent": "#0f766b",
    "--accent-soft": "#e2f0ed",
    "--accent-ink": "#0b5f56",
    "--wait": "#a34414",
    "--wait-soft": "#fbeee6",
    "--ai": "#544aad",
    "--ai-soft": "#f1f0fb",
    "--ai-line": "#d9d6f2",
    "--note": "#fdf6dd",
    "--note-line": "#ecdca6",
    "--note-ink": "#5e4a09",
    "--danger": "#b42318",
    "--danger-soft": "#fdeeec",
    "--contact": "#eff2f1",
    "--mine": "#e2f0ed",
    "--good": "#1f7a3d",
    "--shade": "0 1px 2px rgb(20 40 35 / 6%), 0 4px 16px rgb(20 40 35 / 6%)",
  },
  dark: {
    "--mantine-color-body": "#1b2220",
    "--mantine-color-text": "#e2e8e6",
    "--mantine-color-dimmed": "#a0aca8",
    "--mantine-color-placeholder": "#94a19d",
    "--mantine-color-default-border": "#3a4542",
    "--mantine-color-error": "#ff9a8f",
    "--mantine-color-anchor": "#6cc4b8",
    "--ground": "#121716",
    "--surface": "#1b2220",
    "--sunken": "#151b19",
    "--line": "#2b3432",
    "--hover": "#232b29",
    "--chosen": "#1d3531",
    "--ink": "#e2e8e6",
    "--ink-soft": "#a5b1ad",
    "--accent": "#5cbcaf",
    "--accent-soft": "#1d3531",
    "--accent-ink": "#86d3c8",
    "--wait": "#f0a277",
    "--wait-soft": "#3a261a",
    "--ai": "#b5aef0",
    "--ai-soft": "#262540",
    "--ai-line": "#3b3960",
    "--note": "#332c14",
    "--note-line": "#5a4d20",
    "--note-ink": "#ead9a0",
    "--danger": "#ff9a8f",
    "--danger-soft": "#3d211e",
    "--contact": "#262f2d",
    "--mine": "#1d3531",
    "--good": "#7fd197",
    "--shade": "0 1px 2px rgb(0 0 0 / 40%), 0 4px 16px rgb(0 0 0 / 30%)",
  },
});
