package org.linli.cli.fault;

/**
 * Somebody who acts.
 *
 * @param name the subject at the sign-in
 * @param id their volunteer or recipient id; empty for those who are neither
 */
record Person(String name, PatientClient api, String id) {}
