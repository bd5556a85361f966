/**
 * What people and operators do with the personal data that activity holds; all of it is the kit's, see {@code
 * personal-data.conf}.
 */
package org.linli.activity.person;
