/**
 * How people come in: passwords, second factors, recovery, passkeys, the throttle, open sessions
 * and set-up links, with the tables behind them. Only the house's own pages ask it.
 */
@NamedInterface("signin")
@NullMarked
package org.passerelle.accounts.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
