package org.linli.kit.event;

/**
 * One finished message, as it stands in the table {@code outbox}.
 *
 * @param topic where it goes, without the prefix of tests
 * @param key Kafka key
 * @param headers JSON object of header names and values
 * @param data the bytes as they will be sent
 */
public record OutboxRow(String topic, String key, String headers, byte[] data) {}
