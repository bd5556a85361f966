/**
 * The project library (项目库): what a community, a street or a district wants done, claimed (认领) by teams and stations,
 * which hold activities for it.
 */
package org.linli.activity.project;
