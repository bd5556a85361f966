package org.linli.registration.division;

/**
 * Whether one division lies in another.
 *
 * @param covers true if the significant digits of the one begin the code of the other
 */
record Coverage(boolean covers) {}
