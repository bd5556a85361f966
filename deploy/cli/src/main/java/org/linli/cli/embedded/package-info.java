/** The infrastructure of a city on one machine: PostgreSQL, Kafka, sign-in and mail, without anything installed. */
package org.linli.cli.embedded;
