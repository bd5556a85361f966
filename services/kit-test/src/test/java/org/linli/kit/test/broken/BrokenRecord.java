package org.linli.kit.test.broken;

import io.smallrye.mutiny.Uni;

/** A record that knows a framework, for the rule that forbids it. */
public record BrokenRecord(Uni<String> later) {}
