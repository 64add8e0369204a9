/**
 * Sign-in: passwords, second factors, recovery, passkeys, throttling, sessions and set-up links,
 * with their tables. Used only by the application's own pages.
 */
@NamedInterface("signin")
@NullMarked
package org.passerelle.accounts.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
