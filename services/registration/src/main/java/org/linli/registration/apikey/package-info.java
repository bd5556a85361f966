/**
 * Keys with which devices and systems of districts call the API (接口密钥). A key is an account of its own with one role
 * in one division, given by somebody who may give that role; the gateway changes it for a token that lives for minutes.
 */
package org.linli.registration.apikey;
