/** Sign-in, account and administration pages. */
@NullMarked
package org.passerelle.house.accounts;

import org.jspecify.annotations.NullMarked;
