package org.linli.cli.fault;

import java.time.Duration;

/** Something that is done to the city on purpose. Sealed: who plans, does or reports faults must answer each kind. */
sealed interface Fault {
    /** Which part of the city, or which wire. */
    String target();

    /** What is done to it, as the table shows it. */
    String kind();

    /** How many processes it ends. */
    default int kills() {
        return 0;
    }

    /** Signal 9 at any moment. */
    record Kill(String target) implements Fault {
        @Override
        public String kind() {
            return "SIGKILL";
        }

        @Override
        public int kills() {
            return 1;
        }
    }

    /** Death at a named moment. */
    record KillAt(String target, Moment moment) implements Fault {
        @Override
        public String kind() {
            return "SIGKILL " + moment.words();
        }

        @Override
        public int kills() {
            return 1;
        }
    }

    /** A second replica joins, the first is killed while the group divides its work, then the second is killed. */
    record KillWhileRebalancing(String target) implements Fault {
        @Override
        public String kind() {
            return "SIGKILL during rebalance";
        }

        @Override
        public int kills() {
            return 2;
        }
    }

    /** Something is done to a wire for a while. */
    sealed interface OfWire extends Fault {
        Wire wire();

        Duration length();

        @Override
        default String target() {
            return wire().words();
        }
    }

    /** Every connection is reset and none can be opened. */
    record Cut(Wire wire, Duration length) implements OfWire {
        @Override
        public String kind() {
            return "cut";
        }
    }

    /** Everything arrives later. */
    record Slow(Wire wire, Duration latency, Duration length) implements OfWire {
        @Override
        public String kind() {
            return "delay";
        }
    }

    /** Connections stay open, and nothing arrives. */
    record HalfOpen(Wire wire, Duration length) implements OfWire {
        @Override
        public String kind() {
            return "half-open";
        }
    }

    /** The moments at which a service can be let die: those of the kit's FaultPoint, and those of points alone. */
    enum Moment {
        ANSWER_COMMITTED("", "answer-committed", "after commit, before the answer"),
        RELAY_READ("", "relay-read", "after commit, before send"),
        RELAY_ACKNOWLEDGED("", "relay-acknowledged", "after ack, before delete"),
        BATCH_COMMITTED("", "batch-committed", "between two batches"),
        HOLD_WRITTEN("points", "hold-written", "points set aside, before commit"),
        HOLD_COMMITTED("points", "hold-committed", "points set aside, after commit"),
        FULFILMENT_WRITTEN("points", "fulfilment-written", "handed over, before commit"),
        FULFILMENT_COMMITTED("points", "fulfilment-committed", "handed over, after commit"),
        LAPSE_WRITTEN("points", "lapse-written", "lapsed, before commit"),
        LAPSE_COMMITTED("points", "lapse-committed", "lapsed, after commit");

        private final String service;
        private final String file;
        private final String words;

        Moment(String service, String file, String words) {
            this.service = service;
            this.file = file;
            this.words = words;
        }

        /** The one service that has it; empty if all have. */
        String service() {
            return service;
        }

        /** The file that arms it for a service. */
        String fileOf(String service) {
            return service + "." + file;
        }

        String words() {
            return words;
        }
    }

    /** What can be cut. */
    enum Wire {
        POSTGRES("services ↔ PostgreSQL"),
        KAFKA("services ↔ Kafka");

        private final String words;

        Wire(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
