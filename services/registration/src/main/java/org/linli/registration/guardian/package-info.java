/** Minors, their guardians and what these consent to (product R03). */
package org.linli.registration.guardian;
