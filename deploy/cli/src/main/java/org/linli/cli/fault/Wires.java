package org.linli.cli.fault;

import java.util.Map;
import org.linli.cli.Detour;
import org.linli.cli.Ports;
import org.linli.wire.TcpProxy;

/** The wires between the services and what they stand on. */
final class Wires implements AutoCloseable {
    private final TcpProxy postgres;
    private final TcpProxy kafka;
    private final int kafkaListener;

    Wires(Ports ports) {
        this.kafkaListener = Ports.anyFree();
        this.postgres = TcpProxy.to("127.0.0.1", ports.postgres());
        this.kafka = TcpProxy.to("127.0.0.1", kafkaListener);
    }

    /** What the supervisor must know so that services come this way. */
    Map<String, String> environment() {
        return Map.of(Detour.VARIABLE, new Detour(postgres.port(), kafka.port(), kafkaListener).text());
    }

    TcpProxy of(Fault.Wire wire) {
        return switch (wire) {
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
        };
    }

    @Override
    public void close() {
        postgres.close();
        kafka.close();
    }
}
