/** Star ratings by recorded hours, displayed before they count (product R09). */
package org.linli.registration.star;
