import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Router } from "wouter";
import { Refused } from "./api/client";
import { Session } from "./session/session";
import { Crash } from "./shell/crash";
import { theme, variables } from "./theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The socket tells what changed; fetching again on every focus would only add load.
      refetchOnWindowFocus: false,
      staleTime: 30_000,
      retry: (count, error) => count < 2 && error instanceof Refused && error.isPassing,
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <Notifications position="bottom-left" limit={3} autoClose={4500} zIndex={400} />
      <Crash>
        <QueryClientProvider client={queries}>
          <Router base="/console">
            <Session />
          </Router>
        </QueryClientProvider>
      </Crash>
    </MantineProvider>
  );
}
