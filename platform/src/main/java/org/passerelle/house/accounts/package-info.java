/** Sign-in, account and administration pages, and the rule of who may call which route. */
@NullMarked
package org.passerelle.house.accounts;

import org.jspecify.annotations.NullMarked;
