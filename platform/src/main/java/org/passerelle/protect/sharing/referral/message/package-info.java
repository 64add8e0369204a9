/** Messages between sender and recipient. */
@NullMarked
package org.passerelle.protect.sharing.referral.message;

import org.jspecify.annotations.NullMarked;
