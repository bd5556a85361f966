/** Erasure (个人信息删除, product R04): a person asks to be forgotten, or the law wants it. */
package org.linli.registration.erasure;
