package org.linli.kit.event;

import java.util.Set;

/**
 * A bean that consumes channels. It is found by their names when a record that was set aside is to be consumed after
 * all: there is no other way into {@link EventConsumer}, so that nothing is set aside for ever.
 */
public interface ChannelHandler extends BatchHandler {
    /** The channels whose batches come to it. */
    Set<String> channels();
}
