/**
 * What people and operators do with the personal data that notification holds; all of it is the kit's, see {@code
 * personal-data.conf}.
 */
package org.linli.notification.person;
