/**
 * Personal data (product R04): one catalogue a service ({@code personal-data.conf}) says what is held of people and
 * where. Everything that must not forget a column reads it: the export of one's own data, erasure, the change to a new
 * key, retention. A test compares it with the database: a column that is not in it fails the build.
 */
package org.linli.kit.person;
