/**
 * What people and operators do with the personal data that registration holds; all of it is the kit's, see {@code
 * personal-data.conf}.
 */
package org.linli.registration.person;
