/** Bulk import of service records: hours brought forward from other systems, many in one call. */
package org.linli.activity.bulk;
