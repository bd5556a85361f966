/** Keeps the parts of a local city running: starts, watches, restarts and stops them, writes down what it sees. */
package org.linli.cli.supervise;
