/** What the deliverables are made of: bills of materials, and whether every licence in them may be used. */
package org.linli.cli.supply;
