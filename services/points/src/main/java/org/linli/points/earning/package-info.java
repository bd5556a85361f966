/** How what activity tells becomes points (积分入账). */
package org.linli.points.earning;
