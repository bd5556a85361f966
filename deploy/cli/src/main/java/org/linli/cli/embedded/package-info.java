/** The infrastructure of a city on one machine: PostgreSQL, Kafka and sign-in, without anything installed. */
package org.linli.cli.embedded;
