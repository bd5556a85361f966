/** Households that a volunteer looks after for good (product R07). */
package org.linli.registration.pairing;
