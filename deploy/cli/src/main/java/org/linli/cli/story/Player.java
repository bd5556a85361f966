package org.linli.cli.story;

import org.linli.cli.GatewayClient;

/**
 * Somebody in the story.
 *
 * @param name who they are, for the table
 * @param api the gateway as this person
 * @param inbox their live inbox
 * @param id their volunteer or recipient id; null for those who are neither
 */
record Player(String name, GatewayClient api, Listener inbox, String id) implements AutoCloseable {
    @Override
    public void close() {
        inbox.close();
    }
}
