/** Single postings (过账): read one, take one back. */
package org.linli.points.posting;
