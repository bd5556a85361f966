/** Local copies of what registration tells: people and places as ids, codes and states, never names or addresses. */
package org.linli.activity.copy;
