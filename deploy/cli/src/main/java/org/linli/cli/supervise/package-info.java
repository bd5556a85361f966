/** Keeps the parts of one local city running: starts, watches, restarts and stops them, and writes down what it sees. */
package org.linli.cli.supervise;
