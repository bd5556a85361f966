package org.linli.cli;

import java.util.List;

/** Where things are, and how to sign in. */
final class Addresses {
    private Addresses() {}

    static void print(Workplace workplace, Screen screen) {
        String gateway = workplace.gatewayUrl();
        screen.line("");
        screen.table(List.of(
                List.of("Address", ""),
                List.of("API", gateway + "/api/v1"),
                List.of("Try the API", gateway + "/docs"),
                List.of("Health", gateway + "/q/health"),
                List.of("Sign-in", workplace.personas().issuer() + " (OpenID Connect, no password on this machine)"),
                List.of("E-mail", "./linli mail shows what was sent; nothing leaves this machine"),
                List.of("Data and logs", workplace.home().root().toString())));
        screen.line("");
        screen.line("Demo sign-ins: " + Personas.namesInShort() + ".");
        screen.line("  curl -H \"Authorization: Bearer $(./linli token volunteer-1)\" " + gateway + "/api/v1/me");
        screen.line("Next: ./linli story plays a day, ./linli status shows everything, ./linli down stops it.");
    }
}
