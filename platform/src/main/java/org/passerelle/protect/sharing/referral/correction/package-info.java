/** Corrections of what recipients were given. */
@NullMarked
package org.passerelle.protect.sharing.referral.correction;

import org.jspecify.annotations.NullMarked;
