/** What was passed on from a referral, and its limits. */
@NamedInterface("referral-onward")
@NullMarked
package org.passerelle.protect.sharing.referral.onward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
