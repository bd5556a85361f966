/**
 * Sessions of browsers (浏览器会话): the gateway holds a person's tokens in an encrypted cookie, this package knows which
 * of these cookies still count, so that a sign-out is one on every gateway.
 */
package org.linli.registration.session;
