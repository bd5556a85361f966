/** The test of faults: a real city under load is killed, cut and slowed down, and then every act is accounted for. */
package org.linli.cli.fault;
