/** Partner shops (爱心商户), the sign-ins at their tills, and what they give for points. */
package org.linli.points.merchant;
