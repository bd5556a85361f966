/** Points given to others (积分转赠、捐赠): to another volunteer, or to a charity fund. */
package org.linli.points.transfer;
