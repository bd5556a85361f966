/** Where a test may let a service die at the worst moment. */
package org.linli.kit.fault;
